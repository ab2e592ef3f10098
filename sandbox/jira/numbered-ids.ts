type Kind =
  | 'issue'
  | 'history'
  | 'comment'
  | 'status'
  | 'issueType'
  | 'project'
  | 'serviceDesk'
  | 'requestType'
  | 'queue'
  | 'task'
  | 'group';

const FIRST_IDS: Readonly<Record<string, number>> = {
  issue: 10_000,
  history: 10_000,
  comment: 10_000,
  status: 10_100,
  issueType: 10_000,
  project: 10_000,
  serviceDesk: 1,
  requestType: 1,
  queue: 1,
  task: 10_000,
  group: 1,
} satisfies Record<Kind, number>;

/** Numeric ids per kind, in the order of asking; deterministic. */
export class NumberedIds {
  readonly #next = new Map<string, number>();

  /** `scope` is a kind of thing, or a project's key for the numbers of issue keys. */
  nextNumber(scope: string): number {
    const number = this.#next.get(scope) ?? FIRST_IDS[scope] ?? 1;
    this.#next.set(scope, number + 1);
    return number;
  }

  next(kind: Kind): string {
    return String(this.nextNumber(kind));
  }

  /** Numbers given from outside are never handed out again. */
  reserve(scope: string, number: number): void {
    const next = this.#next.get(scope) ?? FIRST_IDS[scope] ?? 1;
    if (number >= next) this.#next.set(scope, number + 1);
  }
}

/** By id, or by name without regard to case. */
export function namedOrId<T extends { readonly id: string; readonly name: string }>(
  entities: readonly T[],
  nameOrId: string,
): T | null {
  const wanted = nameOrId.toLowerCase();
  const byName = entities.find(({ name }) => name.toLowerCase() === wanted);
  return byName ?? entities.find(({ id }) => id === nameOrId) ?? null;
}

/** As `namedOrId`, for those who act: an unknown name is their mistake. */
export function mustFind<T extends { readonly id: string; readonly name: string }>(
  entities: readonly T[],
  what: string,
  nameOrId: string,
): T {
  const found = namedOrId(entities, nameOrId);
  if (found !== null) return found;
  const names = entities.map(({ name }) => name).join(', ');
  throw new Error(`${what}: "${nameOrId}" is unknown; add it first, or use one of ${names}`);
}
