import type { SettingsDraft, SpanDraft } from './settings-draft';

type Week = SettingsDraft['week'];

const FRIDAY = 4;

export const withDay = (week: Week, day: number, spans: readonly SpanDraft[]): Week =>
  week.map((each, index) => (index === day ? spans : each));

/** Monday's hours for the other working days, or for all of the week. */
export const withMondayCopied = (week: Week, to: 'working-days' | 'all'): Week =>
  week.map((each, day) => (to === 'all' || day <= FRIDAY ? (week[0] ?? each) : each));

export const withSpan = (
  spans: readonly SpanDraft[],
  index: number,
  patch: Partial<SpanDraft>,
): readonly SpanDraft[] =>
  spans.map((span, position) => (position === index ? { ...span, ...patch } : span));
