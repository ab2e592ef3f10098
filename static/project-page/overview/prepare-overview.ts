import type { CohortName, DeskScorecard, RateName } from '../../../src/contract';
import { PERIOD_DAYS } from '../../../src/contract/catalogue';
import type { Formats } from '../../shared/format/formats';
import { prepareRateCard, type CardView } from '../../shared/prepare/kpi-card';
import {
  prepareOutcomeList,
  prepareProvisional,
  type OutcomeRowView,
} from '../../shared/prepare/outcome-list';
import { prepareOpenCard, prepareTimeCard } from '../../shared/prepare/time-card';
import { lastDayOf } from '../place/days';
import type { TicketsPlace } from '../place/place';
import { ticketsBehind } from '../place/tickets-behind';
import { prepareFrame, type FrameView } from '../prepare-frame';
import { prepareMeasureChart, type MeasureChartView } from '../../shared/prepare/measure-chart';
import { countOf } from './count-of';
import { prepareFlow, type FlowView } from './prepare-flow';
import { prepareSummary, type SummaryView } from './summary';

export interface OverviewView {
  readonly frame: FrameView;
  readonly range: string;
  readonly content: OverviewFigures | { readonly kind: 'empty'; title: string; body: string };
}

export interface OverviewFigures {
  readonly kind: 'figures';
  readonly summary: SummaryView;
  readonly rates: readonly CardView[];
  readonly times: readonly CardView[];
  readonly flow: FlowView | null;
  readonly outcomes: readonly OutcomeLinkView[];
  readonly provisional: { readonly words: string; readonly tickets: TicketsPlace } | null;
  /** null while no point has a value. */
  readonly trend: MeasureChartView | null;
  /** Where the number of a card leads. */
  readonly ticketsOf: (cohort: CohortName) => TicketsPlace;
}

export interface OutcomeLinkView extends OutcomeRowView {
  /** null when there are none. */
  readonly tickets: TicketsPlace | null;
}

const RATES: readonly RateName[] = [
  'firstContactResolution',
  'aiResolution',
  'containmentGap',
  'escalation',
  'reversal',
  'coverage',
];

export function prepareOverview(desk: DeskScorecard, formats: Formats): OverviewView {
  const { period, score } = desk;
  return {
    frame: prepareFrame(desk, period.fromDay, formats),
    range: formats.dayRange(period.fromDay, lastDayOf(period)),
    content: emptyOf(desk, formats) ?? {
      kind: 'figures',
      summary: prepareSummary(desk, formats),
      rates: RATES.map((name) => prepareRateCard(name, desk, formats)),
      times: [
        prepareTimeCard('ai', desk, formats),
        prepareTimeCard('human', desk, formats),
        prepareTimeCard('episode', desk, formats),
        prepareOpenCard(desk, formats),
      ],
      flow: prepareFlow(score, period, formats),
      outcomes: outcomesOf(desk, formats),
      provisional: provisionalOf(desk, formats),
      trend: prepareMeasureChart('aiResolution', { points: desk.trend, changes: [] }, formats),
      ticketsOf: (cohort) => ticketsOf(cohort, desk),
    },
  };
}

function emptyOf(desk: DeskScorecard, { t }: Formats) {
  if (desk.computedAt === null)
    return { kind: 'empty' as const, ...t.message('queue.notComputed') };
  const { score, open, period } = desk;
  if (score.tickets > 0 || score.episodes > 0 || open.tickets > 0) return null;
  const isLongest = period.days >= Math.max(...PERIOD_DAYS);
  return {
    kind: 'empty' as const,
    title:
      period.days === 1 ? t('queue.empty.titleToday') : t.plural('queue.empty.title', period.days),
    body: t(isLongest ? 'queue.empty.bodyOfLongest' : 'queue.empty.body'),
  };
}

const outcomesOf = (desk: DeskScorecard, formats: Formats): readonly OutcomeLinkView[] =>
  prepareOutcomeList(desk, formats).map((row) => ({
    ...row,
    tickets: row.isZero ? null : ticketsOf(row.cohort, desk),
  }));

function provisionalOf(desk: DeskScorecard, formats: Formats): OverviewFigures['provisional'] {
  const words = prepareProvisional(desk, formats);
  return words === null ? null : { words, tickets: ticketsOf('provisional', desk) };
}

const ticketsOf = (cohort: CohortName, desk: DeskScorecard): TicketsPlace =>
  ticketsBehind({ cohort, count: countOf(cohort, desk), period: desk.period });
