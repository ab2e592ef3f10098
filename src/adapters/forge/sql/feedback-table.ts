import { z } from 'zod';

import type {
  FeedbackExportRow,
  FeedbackTables,
  FeedbackWork,
} from '../../../ports/feedback-tables';
import { integerColumn, jsonColumn, parseRows, textColumn } from './columns';
import { DuplicateKeyError, type SqlDatabase, type SqlRow } from './forge-database';
import { chunksOf, placeholders, writeRows } from './statement';

type ExportMethods = Omit<
  FeedbackTables,
  'readEpisodesOfTickets' | 'readAttempts' | 'readHandOffReasons'
>;

const IDS_PER_STATEMENT = 250;
const LINES_PER_STATEMENT = 500;

type ExportDocument = Omit<FeedbackExportRow, 'version'>;
const exportSchema = z.object({ version: integerColumn, document: jsonColumn });
const restSchema = z.object({ rest: textColumn });
const partSchema = z.object({ content: textColumn });
const toldSchema = z
  .object({ run_id: textColumn, export_id: textColumn, fingerprint: textColumn })
  .transform(({ run_id, export_id, fingerprint }) => ({
    runId: run_id,
    exportId: export_id,
    fingerprint,
  }));

/** The tables `feedback_export`, `feedback_part` and `feedback_told`. */
export function createFeedbackTable(db: SqlDatabase): ExportMethods {
  return {
    async readLatestFeedbackExport() {
      const [row] = await db.select(
        'SELECT version, document FROM feedback_export ORDER BY export_no DESC LIMIT 1',
      );
      return row === undefined ? null : toExport(row);
    },

    async readFeedbackWork(exportId) {
      const [row] = await db.select(
        'SELECT version, document, rest FROM feedback_export WHERE export_id = ?',
        [exportId],
      );
      return row === undefined ? null : { ...toExport(row), ...restSchema.parse(row) };
    },

    saveFeedbackWork: (work) => (work.version === 0 ? insert(db, work) : update(db, work)),

    putFeedbackParts: (exportId, parts) =>
      writeRows(
        db,
        'REPLACE',
        {
          table: 'feedback_part',
          columns: ['export_id', 'part_id', 'content'],
          rows: parts.map(({ partId, lines }) => [exportId, partId, lines]),
        },
        LINES_PER_STATEMENT,
      ),

    async readFeedbackLines(exportId, partId) {
      const [row] = await db.select(
        'SELECT content FROM feedback_part WHERE export_id = ? AND part_id = ?',
        [exportId, partId],
      );
      return row === undefined ? null : partSchema.parse(row).content;
    },

    async readToldLines(runIds) {
      const rows: SqlRow[] = [];
      for (const chunk of chunksOf(runIds, IDS_PER_STATEMENT)) {
        rows.push(
          ...(await db.select(
            `SELECT run_id, export_id, fingerprint FROM feedback_told WHERE run_id IN ${placeholders(chunk.length)}`,
            chunk,
          )),
        );
      }
      return new Map(parseRows(toldSchema, rows).map((told) => [told.runId, told]));
    },

    putToldLines: (exportId, lines) =>
      writeRows(
        db,
        'REPLACE',
        {
          table: 'feedback_told',
          columns: ['run_id', 'export_id', 'fingerprint'],
          rows: lines.map(({ runId, fingerprint }) => [runId, exportId, fingerprint]),
        },
        LINES_PER_STATEMENT,
      ),

    async dropFeedbackExports(startedBefore) {
      // Parts first: without its export nobody would find a part again.
      await db.write(
        'DELETE FROM feedback_part WHERE export_id IN (SELECT export_id FROM feedback_export WHERE started_at < ?)',
        [startedBefore],
      );
      await db.write('DELETE FROM feedback_export WHERE started_at < ?', [startedBefore]);
    },
  };
}

async function insert(db: SqlDatabase, work: FeedbackWork): Promise<'saved' | 'conflict'> {
  try {
    await db.write(
      'INSERT INTO feedback_export (export_no, export_id, version, started_at, document, rest) VALUES (?, ?, 1, ?, ?, ?)',
      [work.exportNo, work.exportId, work.startedAt, documentOf(work), work.rest],
    );
    return 'saved';
  } catch (error) {
    if (error instanceof DuplicateKeyError) return 'conflict';
    throw error;
  }
}

async function update(db: SqlDatabase, work: FeedbackWork): Promise<'saved' | 'conflict'> {
  const { affectedRows } = await db.write(
    'UPDATE feedback_export SET version = ?, document = ?, rest = ? WHERE export_no = ? AND export_id = ? AND version = ?',
    [work.version + 1, documentOf(work), work.rest, work.exportNo, work.exportId, work.version],
  );
  return affectedRows === 0 ? 'conflict' : 'saved';
}

/** What has no column of its own. The shape is ours. */
const documentOf = (work: FeedbackWork): string =>
  JSON.stringify({ ...work, version: undefined, rest: undefined });

function toExport(row: SqlRow): FeedbackExportRow {
  const { version, document } = exportSchema.parse(row);
  return { ...(document as ExportDocument), version };
}
