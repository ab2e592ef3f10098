import { z } from 'zod';

import type { SpanFacts } from '../../../domain/run/span-facts';
import { epochMs } from '../../../domain/time';
import type { RunStanding, RunTables, RunTicket } from '../../../ports/run-tables';
import {
  flagColumn,
  jsonColumn,
  optionalTextColumn,
  optionalTimeColumn,
  parseRows,
  textColumn,
} from './columns';
import type { SqlDatabase, SqlRow, SqlValue } from './forge-database';
import { lastOfPage, sizePage } from './size-page';
import { toSpanFacts } from './span-row';
import { placeholders } from './statement';

const spanSchema = z.object({ run_id: textColumn, document: jsonColumn });
const standingSchema = z.object({
  run_id: textColumn,
  ticket_id: optionalTextColumn,
  desk_id: optionalTextColumn,
  address: optionalTextColumn,
  document: jsonColumn,
  received_at: optionalTimeColumn,
  has_asked: flagColumn,
});
const ticketSchema = z.object({ address: textColumn, ticket_id: textColumn, desk_id: textColumn });

/** What is stored around the runs of a batch: their spans, where they stand, and their tickets. */
export function createRunContextReader(db: SqlDatabase): Pick<RunTables, 'readRunContext'> {
  return {
    async readRunContext({ runIds, addresses }) {
      const parts = [
        spansOf(runIds, null),
        standingsOf(runIds),
        ticketsOfRuns(runIds, 'ticket_key'),
        ticketsOfRuns(runIds, 'ticket_id'),
        ticketsAt(addresses, 'ticket_key'),
        ticketsAt(addresses, 'ticket_id'),
      ].filter((part) => part !== null);
      if (parts.length === 0) return { spans: new Map(), standings: new Map(), tickets: new Map() };
      const rows = await db.select(
        parts.map(({ query }) => query).join('\nUNION ALL\n'),
        parts.flatMap(({ params }) => params),
      );
      const ofKind = (kind: string): readonly SqlRow[] =>
        rows.filter((row) => row['kind'] === kind);
      const spans = [...ofKind('span')];
      for (let last = lastOfPage(spans); last !== null;) {
        const next = spansOf(runIds, last);
        const page = next === null ? [] : await db.select(next.query, next.params);
        spans.push(...page);
        last = lastOfPage(page);
      }
      return {
        spans: toSpans(spans),
        standings: toStandings(ofKind('run')),
        tickets: toTickets(ofKind('ticket')),
      };
    },
  };
}

interface Part {
  readonly query: string;
  readonly params: readonly SqlValue[];
}

const KEY = 'run_id, span_key, telling';

/** @param after - the last row of the page before */
function spansOf(runIds: readonly string[], after: SqlRow | null): Part | null {
  if (runIds.length === 0) return null;
  const [runId, key, telling] = ['run_id', 'span_key', 'telling'].map((name) =>
    after === null ? '' : textColumn.parse(after[name]),
  ) as [string, string, string];
  const page = sizePage(
    {
      columns: `${KEY}, document`,
      from: `agent_span WHERE run_id IN ${placeholders(runIds.length)}
        AND (run_id > ? OR (run_id = ? AND (span_key > ? OR (span_key = ? AND telling > ?))))`,
    },
    KEY,
  );
  return {
    query: `SELECT 'span' AS kind, run_id, document, span_key, telling, upto, whole,
        NULL AS address, NULL AS ticket_id, NULL AS desk_id, NULL AS received_at, 0 AS has_asked FROM (${page}) page`,
    params: [...runIds, runId, runId, key, key, telling],
  };
}

function standingsOf(runIds: readonly string[]): Part | null {
  if (runIds.length === 0) return null;
  return {
    query: `SELECT 'run' AS kind, run_id, former_tickets AS document, NULL AS span_key, NULL AS telling, 0 AS upto, 0 AS whole,
        ticket_address AS address, ticket_id, desk_id, received_at, has_asked
      FROM agent_run WHERE run_id IN ${placeholders(runIds.length)}`,
    params: runIds,
  };
}

const TICKET = `SELECT 'ticket' AS kind, NULL AS run_id, NULL AS document, NULL AS span_key, NULL AS telling, 0 AS upto, 0 AS whole`;
const PLACE = 'ticket.ticket_id, ticket.desk_id, NULL AS received_at, 0 AS has_asked';
type AddressColumn = 'ticket_key' | 'ticket_id';

/** Tickets that the stored runs name: one that was told of in a batch before may be known by now. */
function ticketsOfRuns(runIds: readonly string[], column: AddressColumn): Part | null {
  if (runIds.length === 0) return null;
  return {
    query: `${TICKET}, ticket.${column} AS address, ${PLACE}
      FROM agent_run JOIN ticket ON ticket.${column} = agent_run.ticket_address
      WHERE agent_run.run_id IN ${placeholders(runIds.length)} AND ticket.deleted_at IS NULL`,
    params: runIds,
  };
}

function ticketsAt(addresses: readonly string[], column: AddressColumn): Part | null {
  if (addresses.length === 0) return null;
  return {
    query: `${TICKET}, ${column} AS address, ${PLACE}
      FROM ticket WHERE ${column} IN ${placeholders(addresses.length)} AND deleted_at IS NULL`,
    params: addresses,
  };
}

function toSpans(rows: readonly SqlRow[]): ReadonlyMap<string, readonly SpanFacts[]> {
  const spans = new Map<string, SpanFacts[]>();
  for (const { run_id, document } of parseRows(spanSchema, rows)) {
    const ofRun = spans.get(run_id);
    if (ofRun === undefined) spans.set(run_id, [toSpanFacts(document)]);
    else ofRun.push(toSpanFacts(document));
  }
  return spans;
}

const toStandings = (rows: readonly SqlRow[]): ReadonlyMap<string, RunStanding> =>
  new Map(
    parseRows(standingSchema, rows).map((row) => [
      row.run_id,
      {
        ticketId: row.ticket_id,
        deskId: row.desk_id,
        formerTicketIds: row.document as readonly string[],
        receivedAt: row.received_at ?? epochMs(0),
        hasAsked: row.has_asked,
        address: row.address,
      },
    ]),
  );

const toTickets = (rows: readonly SqlRow[]): ReadonlyMap<string, RunTicket> =>
  new Map(
    parseRows(ticketSchema, rows).map(({ address, ticket_id, desk_id }) => [
      address,
      { ticketId: ticket_id, deskId: desk_id },
    ]),
  );
