import { migrationRunner } from '@forge/sql';

import { countUsage } from '../usage-counter';
import { MIGRATIONS } from './migrations';

/** Brings the schema up to date. Safe to run at any time and twice at once: each step is recorded. */
export async function migrateForgeSql(): Promise<void> {
  for (const [name, ddl] of MIGRATIONS) migrationRunner.enqueue(name, ddl);
  const done = await migrationRunner.run();
  // Its own table, the list of what is done, and each step with its record.
  countUsage.sqlStatements(2 + 2 * done.length);
}
