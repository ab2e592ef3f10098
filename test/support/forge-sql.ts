import { nodeDigest } from '../../src/adapters/crypto/node-digest';
import { createForgeDatabase, type SqlDatabase } from '../../src/adapters/forge/sql/forge-database';
import { migrateForgeSql } from '../../src/adapters/forge/sql/migrate';
import { createSqlScoreStore } from '../../src/adapters/forge/sql/sql-score-store';
import type { ScoreStore } from '../../src/ports/score-store';
import { PlatformError } from '../../sandbox/forge/platform-error';
import type { Database } from '../../sandbox/forge/sql/database';
import { SqlApi } from '../../sandbox/forge/sql/sql-api';

/** The seam that the platform's packages call; the real ones run above it. */
interface PlatformGlobals {
  __forge_fetch__?: (
    meta: unknown,
    path: string,
    init: { readonly body: string },
  ) => Promise<Response>;
  __forge_runtime__?: unknown;
}

const timer = { measure: () => ({ stop: () => undefined }) };
const RUNTIME = {
  metrics: { counter: () => ({ incr: () => undefined }), timing: () => timer },
};

/** The app's store over the real @forge/sql on a database of the sandbox; statements are counted. */
export function openStore(database: Database): {
  readonly store: ScoreStore;
  readonly db: SqlDatabase;
  readonly statements: () => number;
} {
  let now = 0;
  let statements = 0;
  // A clock that runs on, so that the platform's limits per second are never reached.
  const api = new SqlApi(database, { now: () => (now += 1_000) }, () => now);
  const globals = globalThis as PlatformGlobals;
  globals.__forge_runtime__ = RUNTIME;
  globals.__forge_fetch__ = async (_meta, path, { body }) => {
    statements += 1;
    try {
      return await api.handle(path, body);
    } catch (error) {
      if (error instanceof PlatformError) return error.toResponse();
      throw error;
    }
  };
  const db = createForgeDatabase(() => Promise.resolve());
  return {
    db,
    store: createSqlScoreStore(db, nodeDigest, migrateForgeSql),
    statements: () => statements,
  };
}
