import type { DeskScorecard, RateName } from '../../src/contract';
import { PERIOD_DAYS } from '../../src/contract/catalogue';
import type { Formats } from '../shared/format/formats';
import { prepareRateCard, type CardView } from '../shared/prepare/kpi-card';
import {
  prepareOutcomeList,
  prepareProvisional,
  type OutcomeRowView,
} from '../shared/prepare/outcome-list';
import { prepareOpenCard, prepareTimeCard } from '../shared/prepare/time-card';
import { prepareTrend, type TrendView } from '../shared/prepare/trend';
import { prepareHeader, type HeaderView } from './prepare-header';

export interface QueuePageView {
  readonly header: HeaderView;
  readonly content: QueueContentView | EmptyView;
}

export interface EmptyView {
  readonly kind: 'empty';
  readonly title: string;
  readonly body: string;
}

export interface QueueContentView {
  readonly kind: 'figures';
  readonly headline: readonly CardView[];
  readonly further: readonly CardView[];
  readonly times: readonly CardView[];
  readonly provisional: string | null;
  readonly outcomes: readonly OutcomeRowView[];
  /** null while no point has a value. */
  readonly trend: TrendView | null;
  /** What the reader should know about the counting. */
  readonly notes: readonly string[];
}

const HEADLINE: readonly RateName[] = ['firstContactResolution', 'aiResolution'];
const FURTHER: readonly RateName[] = [
  'escalation',
  'containment',
  'containmentGap',
  'reversal',
  'coverage',
  'automation',
];

export function prepareQueuePage(desk: DeskScorecard, formats: Formats): QueuePageView {
  const { t } = formats;
  const header = prepareHeader(desk, formats);
  if (desk.computedAt === null) {
    return { header, content: { kind: 'empty', ...t.message('queue.notComputed') } };
  }
  if (desk.score.tickets === 0 && desk.score.episodes === 0 && desk.open.tickets === 0) {
    const { days } = desk.period;
    const isLongest = days >= Math.max(...PERIOD_DAYS);
    return {
      header,
      content: {
        kind: 'empty',
        title: t.plural('queue.empty.title', days),
        body: t(isLongest ? 'queue.empty.bodyOfLongest' : 'queue.empty.body'),
      },
    };
  }
  const rateCard = (name: RateName): CardView => prepareRateCard(name, desk, formats);
  return {
    header,
    content: {
      kind: 'figures',
      headline: HEADLINE.map(rateCard),
      further: FURTHER.map(rateCard),
      times: [
        prepareTimeCard('ai', desk, formats),
        prepareTimeCard('human', desk, formats),
        prepareTimeCard('episode', desk, formats),
        prepareOpenCard(desk, formats),
      ],
      provisional: prepareProvisional(desk, formats),
      outcomes: prepareOutcomeList(desk, formats),
      trend: prepareTrend(desk, formats),
      notes: notesOf(desk, formats),
    },
  };
}

function notesOf({ score }: DeskScorecard, { t, percent }: Formats): readonly string[] {
  const { unknownTouched, episodes, tickets } = score;
  const notes: string[] = [];
  if (unknownTouched !== null && unknownTouched.numerator > 0) {
    const { value, numerator, denominator } = unknownTouched;
    notes.push(t('queue.unknownActors', { share: percent(value), numerator, denominator }));
  }
  if (episodes > tickets) {
    notes.push(t('queue.episodesCounted', { episodes, tickets }));
  }
  return notes;
}
