import type { Estimate, Rate, ThresholdLab, WhatIf } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';
import { NO_VALUE } from '../../shared/format/number-format';

export interface WhatIfRow {
  readonly key: string;
  readonly cells: Readonly<Record<WhatIfColumn, string>>;
}
export const WHAT_IF_COLUMNS = [
  'threshold',
  'kept',
  'falseResolutions',
  'aiResolution',
  'escalation',
  'hours',
  'cost',
] as const;
export type WhatIfColumn = (typeof WHAT_IF_COLUMNS)[number];

export interface LabView {
  /** The one thing that history says. */
  readonly title: string;
  readonly detail: string;
  /** null: there is nothing to take. */
  readonly take: { readonly threshold: number; readonly label: string } | null;
  /** What the figures are made of, and what they leave out. */
  readonly basis: string;
  readonly remarks: readonly string[];
  readonly rows: readonly WhatIfRow[];
}

/** @param draft - threshold of the draft; null: none */
export function prepareLab(lab: ThresholdLab, draft: number | null, formats: Formats): LabView {
  const { t, count, confidence } = formats;
  return {
    ...messageOf(lab, formats),
    take:
      lab.advice === null
        ? null
        : {
            threshold: lab.advice.threshold,
            label: t('lab.take', { threshold: confidence(lab.advice.threshold) }),
          },
    basis: t('lab.basis', {
      episodes: count(lab.episodes),
      labelled: count(lab.labelled),
      held: count(lab.held),
      wrong: count(lab.wrong),
      days: count(lab.period.days),
    }),
    remarks: [
      t('lab.noLabel'),
      ...(lab.withConfidence < lab.episodes
        ? [t('lab.noConfidence', { episodes: count(lab.episodes - lab.withConfidence) })]
        : []),
      ...(lab.hasOtherThresholds ? [t('lab.otherThresholds')] : []),
      ...(lab.whatIf.some(({ isEstimated }) => isEstimated) ? [t('lab.estimated')] : []),
    ],
    rows: lab.whatIf.map((each) => toRow(each, lab, draft, formats)),
  };
}

function messageOf(
  { advice, thin, labelled, held, wrong }: ThresholdLab,
  { t, confidence, decimal, count }: Formats,
): Pick<LabView, 'title' | 'detail'> {
  if (advice === null) {
    const numbers = { labelled: count(labelled), held: count(held), wrong: count(wrong) };
    return {
      title: t('lab.thin.title'),
      detail: t(`lab.thin.${thin ?? 'too-uncertain'}`, numbers),
    };
  }
  const threshold = confidence(advice.threshold);
  return {
    title: t(advice.reach === 'by-costs' ? 'lab.byCosts.title' : 'lab.advice.title', { threshold }),
    detail: t(`lab.advice.${advice.reach}`, {
      low: confidence(advice.low),
      high: confidence(advice.high),
      cost: advice.expectedCost === null ? NO_VALUE : decimal(advice.expectedCost, 0),
    }),
  };
}

function toRow(
  whatIf: WhatIf,
  lab: ThresholdLab,
  draft: number | null,
  formats: Formats,
): WhatIfRow {
  const { t, percent, confidence } = formats;
  const { threshold, isCurrent } = whatIf;
  const rate = (value: Rate | null): string =>
    value === null
      ? NO_VALUE
      : t('lab.rate', {
          value: percent(value.value),
          low: percent(value.low),
          high: percent(value.high),
        });
  const marks = [
    ...(isCurrent ? [t('lab.mark.current')] : []),
    ...(lab.advice?.threshold === threshold ? [t('lab.mark.advised')] : []),
    ...(draft !== null && draft === threshold && !isCurrent ? [t('lab.mark.draft')] : []),
    ...(whatIf.isEstimated ? [t('lab.mark.estimated')] : []),
  ];
  const name = threshold === null ? t('lab.none') : confidence(threshold);
  return {
    key: `${isCurrent ? 'current' : ''} ${String(threshold)}`,
    cells: {
      threshold: marks.length === 0 ? name : t('lab.marked', { name, marks: formats.list(marks) }),
      kept: rate(whatIf.kept),
      falseResolutions: rate(whatIf.falseResolutions),
      aiResolution: rate(whatIf.aiResolution),
      escalation: rate(whatIf.escalation),
      hours: estimateOf(whatIf.hoursOfWork, formats),
      cost: estimateOf(whatIf.expectedCost, formats),
    },
  };
}

const estimateOf = (value: Estimate | null, { t, count }: Formats): string =>
  value === null
    ? NO_VALUE
    : t('lab.rate', { value: count(value.value), low: count(value.low), high: count(value.high) });
