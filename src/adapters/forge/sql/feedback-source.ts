import { z } from 'zod';

import type { Attempt } from '../../../domain/feedback/place-of-run';
import type { FeedbackTables } from '../../../ports/feedback-tables';
import type { EpisodeRow } from '../../../ports/score-records';
import type { HandOffRow } from '../../../ports/hand-off-tables';
import { jsonColumn, parseRows, textColumn, timeColumn } from './columns';
import { EPISODE_COLUMNS, toEpisodeRow } from './episode-row';
import type { SqlDatabase, SqlRow, SqlValue } from './forge-database';
import { chunksOf, placeholders } from './statement';

type SourceMethods = Pick<
  FeedbackTables,
  'readEpisodesOfTickets' | 'readAttempts' | 'readHandOffReasons'
>;

const IDS_PER_STATEMENT = 250;
/** The platform gives 4 MiB a response; with every text as long as it can be a row has 4 kB. */
const ROWS_PER_PAGE = 1_000;

const attemptSchema = z
  .object({ ticket_id: textColumn, run_id: textColumn, ended_at: timeColumn })
  .transform(({ ticket_id, run_id, ended_at }) => ({
    ticketId: ticket_id,
    attempt: { runId: run_id, endedAt: ended_at } satisfies Attempt,
  }));
const handOffSchema = z.object({ document: jsonColumn });

/** What lines of feedback are made of, read by ticket. */
export function createFeedbackSource(db: SqlDatabase): SourceMethods {
  /** The query's conditions on ids stand for a chunk of them. */
  const selectByTickets = async (
    ticketIds: readonly string[],
    query: (ids: string) => string,
  ): Promise<readonly SqlRow[]> => {
    const rows: SqlRow[] = [];
    for (const chunk of chunksOf(ticketIds, IDS_PER_STATEMENT)) {
      rows.push(...(await db.select(query(placeholders(chunk.length)), chunk)));
    }
    return rows;
  };

  return {
    async readEpisodesOfTickets(ticketIds) {
      const episodes: EpisodeRow[] = [];
      for (const chunk of chunksOf(ticketIds, IDS_PER_STATEMENT)) {
        episodes.push(...(await readEpisodes(db, chunk)));
      }
      return groupsOf(
        episodes,
        (row) => row.ticketId,
        (row) => row,
      );
    },

    async readAttempts(ticketIds) {
      const rows = await selectByTickets(
        ticketIds,
        (ids) => `SELECT ticket_id, run_id, ended_at FROM agent_run WHERE ticket_id IN ${ids}`,
      );
      return groupsOf(
        parseRows(attemptSchema, rows),
        ({ ticketId }) => ticketId,
        ({ attempt }) => attempt,
      );
    },

    async readHandOffReasons(ticketIds) {
      const rows = await selectByTickets(
        ticketIds,
        (ids) => `SELECT document FROM hand_off WHERE ticket_id IN ${ids} ORDER BY hand_off_id`,
      );
      return parseRows(handOffSchema, rows)
        .map(({ document }) => document as HandOffRow)
        .filter(({ step }) => step !== 'called-off')
        .map(({ runId, reason }) => ({ runId, reason }));
    },
  };
}

async function readEpisodes(
  db: SqlDatabase,
  ticketIds: readonly SqlValue[],
): Promise<readonly EpisodeRow[]> {
  const found: EpisodeRow[] = [];
  for (;;) {
    const last = found.at(-1);
    const rows = await db.select(
      `SELECT ${EPISODE_COLUMNS.join(', ')} FROM episode
        WHERE ticket_id IN ${placeholders(ticketIds.length)}
          AND (ticket_id > ? OR (ticket_id = ? AND ordinal > ?))
        ORDER BY ticket_id, ordinal LIMIT ${ROWS_PER_PAGE}`,
      [...ticketIds, last?.ticketId ?? '', last?.ticketId ?? '', last?.ordinal ?? -1],
    );
    found.push(...rows.map(toEpisodeRow));
    if (rows.length < ROWS_PER_PAGE) return found;
  }
}

function groupsOf<T, V>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  valueOf: (row: T) => V,
): ReadonlyMap<string, readonly V[]> {
  const groups = new Map<string, V[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? [];
    group.push(valueOf(row));
    groups.set(keyOf(row), group);
  }
  return groups;
}
