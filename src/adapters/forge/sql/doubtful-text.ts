import type { DoubtfulActor } from '../../../domain/timeline/doubtful-actors';

/** `kind:id` each, joined by spaces, which no id holds; '' for none. */
export const doubtfulText = (actors: readonly DoubtfulActor[]): string =>
  actors.map(({ kind, id }) => `${kind}:${id}`).join(' ');

export const toDoubtfulActors = (text: string): readonly DoubtfulActor[] =>
  text === '' ? [] : text.split(' ').map(toDoubtfulActor);

function toDoubtfulActor(token: string): DoubtfulActor {
  const [, kind, id] = /^(unknown|automation):(.*)$/.exec(token) ?? [];
  if (id === undefined || (kind !== 'unknown' && kind !== 'automation')) {
    throw new Error('A column of doubtful actors holds something else');
  }
  return { id, kind };
}
