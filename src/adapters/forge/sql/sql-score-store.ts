import type { Digest } from '../../../ports/digest';
import type { ScoreStore } from '../../../ports/score-store';
import { createAttemptReader } from './attempt-reader';
import { createAuditTable } from './audit-table';
import { createDeskTable } from './desk-table';
import { createEpisodeTable } from './episode-table';
import { createFeedbackSource } from './feedback-source';
import { createFeedbackTable } from './feedback-table';
import type { SqlDatabase } from './forge-database';
import { createForgetting } from './forgetting';
import { createHandOffTable } from './hand-off-table';
import { createLabTable } from './lab-table';
import { createPreviewTable } from './preview-table';
import { createOverview } from './overview';
import { createPolicyVersionTable } from './policy-version-table';
import { createReportTable } from './report-table';
import { createRollupTable } from './rollup-table';
import { createRunContextReader } from './run-context';
import { createRunTable } from './run-table';
import { createSettingsVersionTable } from './settings-version-table';
import { createSpanTable } from './span-table';
import { createTicketTable } from './ticket-table';
import { createUsageTable } from './usage-table';

/** Facts and roll-ups in SQL; the same statements run on MySQL's family and on SQLite. */
export const createSqlScoreStore = (
  db: SqlDatabase,
  digest: Digest,
  migrate: () => Promise<void>,
): ScoreStore => ({
  migrate,
  ...createDeskTable(db),
  ...createTicketTable(db),
  ...createEpisodeTable(db),
  ...createRollupTable(db, digest),
  ...createReportTable(db),
  ...createLabTable(db),
  ...createAuditTable(db),
  ...createSettingsVersionTable(db),
  ...createPreviewTable(db),
  ...createHandOffTable(db),
  ...createPolicyVersionTable(db),
  ...createRunTable(db),
  ...createAttemptReader(db),
  ...createSpanTable(db, digest),
  ...createRunContextReader(db),
  ...createFeedbackTable(db),
  ...createFeedbackSource(db),
  ...createForgetting(db),
  ...createUsageTable(db),
  ...createOverview(db),
});
