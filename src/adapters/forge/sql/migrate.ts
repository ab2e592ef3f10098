import { migrationRunner } from '@forge/sql';

import { MIGRATIONS } from './migrations';

/** Brings the schema up to date. Safe to run at any time and twice at once: each step is recorded. */
export async function migrateForgeSql(): Promise<void> {
  for (const [name, ddl] of MIGRATIONS) migrationRunner.enqueue(name, ddl);
  await migrationRunner.run();
}
