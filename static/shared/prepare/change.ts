import type { DeskScorecard, MttrName, RateName } from '../../../src/contract';
import type { Formats } from '../format/formats';
import type { Texts } from '../texts/texts';

/** What became of a number since the period before. */
export interface ChangeView {
  /** `unclear`: the difference may be chance, so no arrow is drawn. */
  readonly direction: 'up' | 'down' | 'unclear';
  /** Neutral where more is neither better nor worse by itself. */
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly text: string;
  /** Value before, difference and interval, for hovering. */
  readonly exact: string;
}

/** Whether more of it is better (1), worse (-1), or neither by itself (0). */
const WORTH: Readonly<Record<RateName, 1 | 0 | -1>> = {
  coverage: 0,
  firstContactResolution: 1,
  aiResolution: 1,
  automation: 0,
  escalation: 0,
  containment: 0,
  containmentGap: -1,
  reversal: -1,
};

/** null when one of the two periods has no data. */
export function prepareRateChange(
  name: RateName,
  { before, period }: DeskScorecard,
  formats: Formats,
): ChangeView | null {
  const difference = before?.changes[name] ?? null;
  const was = before?.rates[name] ?? null;
  if (difference === null || was === null) return null;
  const { t, points, percent } = formats;
  const inWords = name === 'containmentGap' ? points : percent;
  const signed = (value: number): string => withSign(value, points);
  return {
    ...directionOf(difference.isChange, difference.value, WORTH[name]),
    text: difference.isChange ? signed(difference.value) : t('kpi.change.unclear'),
    exact: exactChange(period.days, t, {
      before: inWords(was.value),
      difference: signed(difference.value),
      low: signed(difference.low),
      high: signed(difference.high),
    }),
  };
}

/** A shorter time is better. */
export function prepareTimeChange(
  name: MttrName,
  { before, period }: DeskScorecard,
  formats: Formats,
): ChangeView | null {
  const difference = before?.timeChangesMs[name] ?? null;
  const was = before?.timeToResolveMs[name] ?? null;
  if (difference === null || was === null) return null;
  const { t, duration } = formats;
  const signed = (ms: number): string => withSign(ms, duration);
  return {
    ...directionOf(difference.isChange, difference.valueMs, -1),
    text: difference.isChange ? signed(difference.valueMs) : t('kpi.change.unclear'),
    exact: exactChange(period.days, t, {
      before: duration(was.mean),
      difference: signed(difference.valueMs),
      low: signed(difference.lowMs),
      high: signed(difference.highMs),
    }),
  };
}

type ChangeFacts = Readonly<Record<'before' | 'difference' | 'low' | 'high', string>>;

const exactChange = (days: number, t: Texts, facts: ChangeFacts): string =>
  days === 1
    ? t('kpi.change.exactDay', facts)
    : t('kpi.change.exact', { ...facts, days: t.plural('common.periodDays', days) });

function directionOf(
  isChange: boolean,
  value: number,
  worth: 1 | 0 | -1,
): Pick<ChangeView, 'direction' | 'tone'> {
  if (!isChange) return { direction: 'unclear', tone: 'neutral' };
  const gain = Math.sign(value) * worth;
  return {
    direction: value > 0 ? 'up' : 'down',
    tone: gain > 0 ? 'good' : gain < 0 ? 'bad' : 'neutral',
  };
}

/** With a true minus sign, which is as wide as the plus. */
const withSign = (value: number, inWords: (size: number) => string): string =>
  `${value < 0 ? '−' : '+'}${inWords(Math.abs(value))}`;
