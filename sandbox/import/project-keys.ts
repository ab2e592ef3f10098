import type { FilledDesk } from './fill-site';

/** A Jira project key for each desk: capital letters and digits, a letter first, no two alike. */
export function projectKeysOf(desks: readonly string[]): readonly FilledDesk[] {
  const taken = new Set<string>();
  return [...new Set(desks)].map((desk) => {
    const letters = desk.toUpperCase().replace(/[^A-Z0-9]/g, '');
    const base = (/^[A-Z]/.test(letters) ? letters : `D${letters}`).slice(0, 8);
    let projectKey = base;
    for (let i = 2; taken.has(projectKey); i += 1) projectKey = `${base}${i}`;
    taken.add(projectKey);
    return { desk, projectKey };
  });
}
