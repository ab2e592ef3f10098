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
import type { Texts } from '../shared/texts/texts';
import { prepareAttention, type AttentionView } from './attention/prepare-attention';
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
  readonly attention: AttentionView | null;
  readonly outcomes: readonly OutcomeRowView[];
  /** `empty` while no point has a value; null for a single day, which has no course. */
  readonly trend: TrendView | 'empty' | null;
  /** What the reader should know about the counting. */
  readonly notes: readonly string[];
}

const HEADLINE: readonly RateName[] = [
  'firstContactResolution',
  'aiResolution',
  'containmentGap',
  'escalation',
];
const FURTHER: readonly RateName[] = ['reversal', 'containment', 'coverage', 'automation'];

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
        title: days === 1 ? t('queue.empty.titleToday') : t.plural('queue.empty.title', days),
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
      attention: prepareAttention(desk, formats),
      outcomes: prepareOutcomeList(desk, formats),
      trend: desk.period.days === 1 ? null : (prepareTrend(desk, formats) ?? 'empty'),
      notes: notesOf(desk, formats.t),
    },
  };
}

function notesOf({ score: { episodes, tickets } }: DeskScorecard, t: Texts): readonly string[] {
  return episodes > tickets ? [t('queue.episodesCounted', { episodes, tickets })] : [];
}
