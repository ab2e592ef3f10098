import type { Administration, UnclassifiedActor } from '../../src/contract';

/** Events that named nobody have no actor to classify. */
export const canClassify = ({ actorId }: Pick<UnclassifiedActor, 'actorId'>): boolean =>
  actorId !== '';

/** Those that can be given a kind. */
export const classifiable = ({
  unclassified,
}: Pick<Administration, 'unclassified'>): readonly UnclassifiedActor[] =>
  unclassified.filter(canClassify);
