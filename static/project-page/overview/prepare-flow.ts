import type { DayRange, Scorecard } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';
import type { TicketsPlace } from '../place/place';
import { ticketsBehind } from '../place/tickets-behind';
import { flowParts, type FlowPart, type FlowPartId } from './flow-parts';

export interface FlowPartView {
  readonly id: FlowPartId;
  readonly label: string;
  /** "53 · 44 %", the share of all decided tickets. */
  readonly figure: string;
  /** Label and figure in one sentence. */
  readonly words: string;
  readonly level: FlowPart['level'];
  /** Shares of the whole width, 0..1. */
  readonly start: number;
  readonly width: number;
  readonly tickets: TicketsPlace;
}

export interface FlowRowView {
  readonly id: FlowPartId;
  readonly label: string;
  readonly count: string;
  /** Of all decided tickets. */
  readonly share: string;
  readonly words: string;
  readonly tickets: TicketsPlace;
}

export interface FlowView {
  /** Those with a ticket, level by level and from the left. */
  readonly parts: readonly FlowPartView[];
  /** All of them. */
  readonly rows: readonly FlowRowView[];
}

/** null without a decided ticket that is mature. */
export function prepareFlow(score: Scorecard, period: DayRange, formats: Formats): FlowView | null {
  const { t, count, percent } = formats;
  const parts = flowParts(score);
  const total = parts[0]?.count ?? 0;
  if (total === 0) return null;
  const views = parts.map((part) => {
    const label = t(`report.flow.${part.id}`);
    const share = percent(part.count / total);
    return {
      id: part.id,
      label,
      figure: t('report.flow.figure', { count: part.count, share }),
      words: t.plural('report.flow.words', part.count, { label, share }),
      level: part.level,
      start: part.start / total,
      width: part.count / total,
      count: count(part.count),
      share,
      tickets: ticketsBehind({ cohort: part.cohort, count: part.count, period }),
    };
  });
  return {
    parts: views.filter(({ width }) => width > 0),
    // That the settling of a window is due is no outcome: it is listed only while there is some.
    rows: views.filter(({ id, width }) => id !== 'pending' || width > 0),
  };
}

const CHARACTER_PX = 7.5;
const PADDING_PX = 20;

/** Whether a part of that width can hold its own label; if not, the label stands below the bar. */
export const holdsItsLabel = ({ label, figure }: FlowPartView, widthPx: number): boolean =>
  Math.max(label.length, figure.length) * CHARACTER_PX + PADDING_PX <= widthPx;
