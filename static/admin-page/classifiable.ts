import type { Administration, UnclassifiedActor } from '../../src/contract';

/** Those that can be given a kind; events that named nobody cannot. */
export const classifiable = ({
  unclassified,
}: Pick<Administration, 'unclassified'>): readonly UnclassifiedActor[] =>
  unclassified.filter(({ actorId }) => actorId !== '');
