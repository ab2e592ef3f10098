import type { DeskScorecard, RateName } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';
import { prepareRateChange } from '../../shared/prepare/change';

export interface SummaryView {
  /** The period in one sentence. */
  readonly sentence: string;
  /** What is clearly different from the period before; null when there is none to compare with. */
  readonly changes: string | null;
}

const TOLD: readonly RateName[] = ['aiResolution', 'escalation', 'containmentGap', 'reversal'];

export function prepareSummary(desk: DeskScorecard, formats: Formats): SummaryView {
  return { sentence: sentenceOf(desk, formats), changes: changesOf(desk, formats) };
}

function sentenceOf({ score, period: { days } }: DeskScorecard, { t, percent }: Formats): string {
  const { coverage, aiResolution, escalation, containmentGap } = score.rates;
  const period = t.plural('report.summary.period', days);
  if (coverage === null) return t('report.summary.nothing', { period });
  const { numerator: involved, denominator: decided } = coverage;
  if (aiResolution === null || escalation === null || containmentGap === null) {
    return t.plural('report.summary.withoutAi', decided, { period });
  }
  return t.plural('report.summary.involved', decided, {
    period,
    involved,
    durable: aiResolution.numerator,
    share: percent(aiResolution.value),
    escalated: escalation.numerator,
    vanished: containmentGap.numerator,
  });
}

function changesOf(desk: DeskScorecard, formats: Formats): string | null {
  if (desk.before === null) return null;
  const { t } = formats;
  const changes = TOLD.flatMap((name) => {
    const change = prepareRateChange(name, desk, formats);
    if (change === null || change.direction === 'unclear') return [];
    return [t('trend.now', { name: t.kpiTitle(name), value: change.text })];
  });
  const before = t.plural('report.summary.before', desk.period.days);
  return changes.length === 0
    ? t('report.summary.noChange', { before })
    : t('report.summary.changes', { before, changes: changes.join(', ') });
}
