import { useState } from 'react';

import type { AttentionKind } from '../../../src/contract';
import { SegmentedChoice } from '../../shared/components/SegmentedChoice';
import { useIssues } from '../../shared/jira/use-issues';
import { usePanel } from '../../shared/panel';
import { AttentionRow } from './AttentionRow';
import { SHOWN_TICKETS } from './hold-tickets';
import type { AttentionListView, AttentionView } from './prepare-attention';
import { prepareRows } from './prepare-rows';
import { SearchLine } from './SearchLine';
import { useHeldTickets } from './use-held-tickets';

const POLL_MS = 60_000;

interface AttentionSectionProps {
  readonly attention: AttentionView;
  readonly asOf: string;
  /** Names the period: its lists are other lists. */
  readonly periodDays: number;
}

/** What needs somebody now: three lists of tickets, one at a time. */
export function AttentionSection({ attention, asOf, periodDays }: AttentionSectionProps) {
  const { formats } = usePanel();
  const { t } = formats;
  const { lists, unknownActors } = attention;
  const [kind, setKind] = useState<AttentionKind>(() => firstWithTickets(lists));
  const list = lists.find((each) => each.kind === kind);
  const held = useHeldTickets(`${kind} ${String(periodDays)}`, list?.tickets ?? []);
  const ofEveryList = lists.flatMap(({ tickets }) => tickets.slice(0, SHOWN_TICKETS));
  const { retry, ...read } = useIssues(
    [...ofEveryList, ...held.shown].map(({ issueId }) => issueId),
    { pollMs: POLL_MS },
  );
  const { rows, hidden } = prepareRows(held.shown, read, asOf, formats);

  return (
    <section aria-labelledby="attention">
      <h2 id="attention" className="section-title">
        {t('queue.attention.title')}
      </h2>
      <SegmentedChoice
        legend={t('queue.attention.list')}
        value={kind}
        choices={lists.map((each) => ({ value: each.kind, label: each.label }))}
        onChange={setKind}
      />
      <p className="muted attention-meaning">{list?.meaning}</p>
      {read.status === 'failed' && (
        <p className="notice" role="status">
          {t('queue.attention.unread')}{' '}
          <button type="button" className="link-button" onClick={retry}>
            {t('common.retry')}
          </button>
        </p>
      )}
      {rows.length > 0 && (
        <ul className="attention-rows">
          {rows.map(({ key, ...row }) => (
            <AttentionRow key={key} {...row} />
          ))}
        </ul>
      )}
      {held.isBehind && (
        <p className="muted" role="status">
          {t('queue.attention.behind')}{' '}
          <button type="button" className="link-button" onClick={held.showNewest}>
            {t('queue.attention.showNewest')}
          </button>
        </p>
      )}
      {hidden !== null && <p className="muted">{hidden}</p>}
      {list?.search != null && <SearchLine key={kind} search={list.search} />}
      {unknownActors !== null && <p className="unknown-actors">{unknownActors}</p>}
    </section>
  );
}

const firstWithTickets = (lists: readonly AttentionListView[]): AttentionKind =>
  (lists.find(({ tickets }) => tickets.length > 0) ?? lists[0])?.kind ?? 'reversed';
