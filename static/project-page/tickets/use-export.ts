import { useEffect, useRef, useState } from 'react';

import type { ListTicketsInput } from '../../../src/contract';
import { readIssues, type JiraIssue } from '../../shared/jira/read-issues';
import { usePanel, type Panel } from '../../shared/panel';
import { csvFileName } from '../csv/file-name';
import { saveFile } from '../csv/save-file';
import { toCsv } from '../csv/to-csv';
import { collectTickets, type Collected } from './collect-tickets';
import { isAllDays } from './list-heading';
import { ticketCsv } from './ticket-csv';

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'saved'; readonly count: number }
  | Exclude<Collected, { kind: 'done' }>;

export interface TicketExport {
  readonly state: ExportState;
  readonly start: (withSummaries: boolean) => void;
  readonly cancel: () => void;
}

const ISSUES_PER_STEP = 100;

/** Reads the whole list and gives it to the browser as a file. */
export function useExport(asked: Omit<ListTicketsInput, 'offset' | 'limit'>): TicketExport {
  const panel = usePanel();
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const run = useRef({ isCancelled: false });
  useEffect(
    () => () => {
      run.current.isCancelled = true;
    },
    [],
  );

  const start = (withSummaries: boolean): void => {
    const own = { isCancelled: false };
    run.current = own;
    setState({ kind: 'running', done: 0, total: null });
    void exportTickets(panel, asked, withSummaries, {
      isCancelled: () => own.isCancelled,
      onProgress: (done, total) => {
        if (!own.isCancelled) setState({ kind: 'running', done, total });
      },
    }).then((ended) => {
      if (!own.isCancelled) setState(ended);
    });
  };
  const cancel = (): void => {
    run.current.isCancelled = true;
    setState({ kind: 'cancelled' });
  };
  return { state, start, cancel };
}

interface Watch {
  readonly isCancelled: () => boolean;
  readonly onProgress: (done: number, total: number) => void;
}

async function exportTickets(
  { client, host }: Panel,
  asked: Omit<ListTicketsInput, 'offset' | 'limit'>,
  withSummaries: boolean,
  watch: Watch,
): Promise<ExportState> {
  const collected = await collectTickets(client, asked, watch);
  if (collected.kind !== 'done') return collected;
  const { rows, list } = collected;
  const ids = [...new Set(rows.map(({ issueId }) => issueId))];
  const issues = withSummaries ? await issuesOf(host, ids, watch) : null;
  if (issues === 'failed') return { kind: 'failed', failure: { kind: 'unreachable' } };
  const text = await toCsv(ticketCsv(rows, issues)).catch(() => null);
  if (text === null) return { kind: 'failed', failure: { kind: 'unreachable' } };
  if (watch.isCancelled()) return { kind: 'cancelled' };
  const period = isAllDays(list.period) ? null : list.period;
  saveFile(csvFileName(list.desk.key, list.cohort, period), text);
  return { kind: 'saved', count: rows.length };
}

async function issuesOf(
  host: Panel['host'],
  issueIds: readonly string[],
  { isCancelled, onProgress }: Watch,
): Promise<ReadonlyMap<string, JiraIssue> | 'failed'> {
  const all = new Map<string, JiraIssue>();
  for (let i = 0; i < issueIds.length && !isCancelled(); i += ISSUES_PER_STEP) {
    const found = await readIssues(host, issueIds.slice(i, i + ISSUES_PER_STEP)).catch(() => null);
    if (found === null) return 'failed';
    for (const [id, issue] of found) all.set(id, issue);
    onProgress(Math.min(i + ISSUES_PER_STEP, issueIds.length), issueIds.length);
  }
  return all;
}
