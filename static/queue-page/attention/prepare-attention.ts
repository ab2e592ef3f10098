import type {
  AttentionKind,
  AttentionList,
  AttentionTicket,
  DeskScorecard,
} from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';

export interface AttentionView {
  readonly lists: readonly AttentionListView[];
  /** Tickets that accounts nobody has classified acted in; null without any. */
  readonly unknownActors: string | null;
}

export interface AttentionListView {
  readonly kind: AttentionKind;
  /** Name and count. */
  readonly label: string;
  /** What is on the list and in which order, or that nothing is. */
  readonly meaning: string;
  readonly tickets: readonly AttentionTicket[];
  /** null for an empty list. */
  readonly search: SearchView | null;
}

/** The list as a search of Jira. */
export interface SearchView {
  /** "All 9 in Jira", or how many of them the search names. */
  readonly label: string;
  /** Each once. Jira refuses a search that names a ticket the viewer may not see. */
  readonly issueIds: readonly string[];
}

/** In the order in which they call for somebody. */
const ORDER: readonly AttentionKind[] = ['reversed', 'escalated-open', 'ambiguous'];

/** null when the answer carries no lists. */
export function prepareAttention(desk: DeskScorecard, formats: Formats): AttentionView | null {
  const { attention } = desk;
  if (attention === null) return null;
  const lists = ORDER.flatMap((kind) => attention.filter((list) => list.kind === kind));
  return {
    lists: lists.map((list) => prepareList(list, formats)),
    unknownActors: unknownActors(desk, formats),
  };
}

function prepareList({ kind, total, tickets }: AttentionList, formats: Formats): AttentionListView {
  const { t, count } = formats;
  return {
    kind,
    label: t('queue.attention.choice', {
      list: t(`queue.attention.name.${kind}`),
      count: count(total),
    }),
    meaning: t(total === 0 ? `queue.attention.none.${kind}` : `queue.attention.meaning.${kind}`),
    tickets,
    search: tickets.length === 0 ? null : searchOf(total, tickets, formats),
  };
}

function searchOf(
  total: number,
  tickets: readonly AttentionTicket[],
  { t, count }: Formats,
): SearchView {
  // A ticket is on a list once per episode, and in a search once.
  const issueIds = [...new Set(tickets.map(({ issueId }) => issueId))];
  return {
    label:
      total > tickets.length
        ? t.plural('queue.attention.someOf', issueIds.length, { total: count(total) })
        : t.plural('queue.attention.all', issueIds.length),
    issueIds,
  };
}

function unknownActors(
  { score: { unknownTouched } }: DeskScorecard,
  { t, percent }: Formats,
): string | null {
  if (unknownTouched === null || unknownTouched.numerator === 0) return null;
  const { value, numerator, denominator } = unknownTouched;
  return t('queue.unknownActors', { share: percent(value), numerator, denominator });
}
