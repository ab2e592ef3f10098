import type { Digest } from '../../../ports/digest';
import type { RunTables } from '../../../ports/run-tables';
import type { SqlDatabase } from './forge-database';
import { spanDocument } from './span-row';
import { writeRows } from './statement';

const SPANS_PER_STATEMENT = 500;
const HEX_ID = /^[0-9a-f]{16}$/;
const COLUMNS = ['run_id', 'span_key', 'telling', 'document'] as const;

/** The `agent_span` table, as it is written. */
export function createSpanTable(db: SqlDatabase, digest: Digest): Pick<RunTables, 'putSpans'> {
  /** Ids that senders make up tell upper from lower case, which keys must not. */
  const spanKey = (spanId: string): string =>
    HEX_ID.test(spanId) ? spanId : digest.sha256(spanId).slice(0, 32);

  return {
    async putSpans(spans) {
      const rows = spans.map(({ runId, span }) => {
        const document = spanDocument(span);
        return [runId, spanKey(span.spanId), digest.sha256(document).slice(0, 16), document];
      });
      const batch = { table: 'agent_span', columns: COLUMNS, rows };
      await writeRows(db, 'REPLACE', batch, SPANS_PER_STATEMENT);
    },
  };
}
