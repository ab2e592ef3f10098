import type { CohortName, DeskScorecard } from '../../../src/contract';
import { OUTCOMES } from '../../../src/contract/catalogue';
import type { Formats } from '../format/formats';
import { outcomeLook, type LozengeView } from './outcome-look';

export interface OutcomeRowView {
  /** The tickets that the row counts. */
  readonly cohort: CohortName;
  readonly lozenge: LozengeView;
  readonly meaning: string;
  readonly count: string;
  /** Of all episodes; a dash while there is none. */
  readonly share: string;
  /** 0..1, for the bar behind the row. */
  readonly shareOfAll: number;
  readonly isZero: boolean;
}

/** Every outcome, zeros included, so that a list of one day lines up with that of another. */
export function prepareOutcomeList(
  { score }: DeskScorecard,
  formats: Formats,
): readonly OutcomeRowView[] {
  return OUTCOMES.map((outcome) => {
    const count = score.outcomes[outcome];
    const shareOfAll = score.episodes === 0 ? 0 : count / score.episodes;
    return {
      cohort: `outcome:${outcome}`,
      lozenge: outcomeLook(outcome, formats.t),
      meaning: formats.t(`outcome.meaning.${outcome}`),
      count: formats.count(count),
      share: formats.percent(shareOfAll),
      shareOfAll,
      isZero: count === 0,
    };
  });
}

/** "3 decided tickets are not mature yet: …"; null when every decided one is mature. */
export function prepareProvisional(
  { score, nextMaturesAt }: DeskScorecard,
  { t, date }: Formats,
): string | null {
  const present = OUTCOMES.filter((outcome) => score.provisional[outcome] > 0);
  const total = present.reduce((sum, outcome) => sum + score.provisional[outcome], 0);
  if (total === 0) return null;
  const parts = present
    .map((outcome) => t(`outcome.counted.${outcome}`, { count: score.provisional[outcome] }))
    .join(', ');
  const sentence = t.plural('queue.provisional', total, { parts });
  return nextMaturesAt === null
    ? sentence
    : `${sentence} ${t('queue.firstMatures', { date: date(nextMaturesAt) })}`;
}
