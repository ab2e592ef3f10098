/** Points that Jira charges for an answer, besides one for the request. */
export type Price = (json: unknown) => number;

const POINTS_PER_USER = 2;

/** How many entries a list in an answer has; what is no list has none. */
const countIn =
  (field: string): Price =>
  (json) => {
    const list: unknown =
      typeof json === 'object' && json !== null
        ? Object.getOwnPropertyDescriptor(json, field)?.value
        : null;
    return Array.isArray(list) ? list.length : 0;
  };

export const NOTHING: Price = () => 0;

/** By Atlassian's published prices: an issue or project is a point, a user two; writes cost no more. */
export const PRICES = {
  issue: (): number => 1,
  issues: countIn('issues'),
  changelogs: countIn('issueChangeLogs'),
  projects: countIn('values'),
  users: (json: unknown): number => POINTS_PER_USER * countIn('values')(json),
} as const;
