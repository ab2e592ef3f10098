import { z } from 'zod';

import type { SandboxClock } from '../../clock';
import { currentInvocation } from '../app/invocation';
import { PlatformError } from '../platform-error';
import { RateLimit } from '../rate-limit';

import { EngineError, type Database, type SqlParam, type SqlResult } from './database';
import { readStatement, type SqlStatement, type StatementKind } from './statement';

const MB = 1_024 * 1_024;
/** A row can have 6 MB on the platform, so this is the narrower gate. */
const REQUEST_BYTES = MB;
const RESPONSE_BYTES = 4 * MB;
const SECOND_MS = 1_000;
const TIMEOUT_MS: Readonly<Record<StatementKind, number>> = {
  select: 5 * SECOND_MS,
  write: 10 * SECOND_MS,
  ddl: 20 * SECOND_MS,
};
const COUNTERS = { select: 'sqlSelects', write: 'sqlWrites', ddl: 'sqlDdl' } as const;
const SYNTAX_ERROR = 1064;
const KNOWN_STATEMENTS = 300;

const requestSchema = z.object({
  query: z.string(),
  params: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).default([]),
});

/** The platform's side of @forge/sql. */
export class SqlApi {
  readonly #database: Database;
  readonly #elapsedMs: () => number;
  readonly #statements: RateLimit;
  readonly #definitions: RateLimit;
  readonly #known = new Map<string, SqlStatement>();

  /**
   * @param clock - what rates are measured by
   * @param elapsedMs - real milliseconds since any fixed moment
   */
  constructor(database: Database, clock: SandboxClock, elapsedMs: () => number) {
    this.#database = database;
    this.#elapsedMs = elapsedMs;
    this.#statements = new RateLimit(clock, 150, SECOND_MS);
    this.#definitions = new RateLimit(clock, 25, 60 * SECOND_MS);
  }

  /** @throws PlatformError with the platform's code */
  async handle(path: string, body: string): Promise<Response> {
    if (Buffer.byteLength(body) > REQUEST_BYTES) {
      throw new PlatformError(413, 'INVALID_SQL_QUERY', 'The request is larger than 1 MiB');
    }
    const request = requestSchema.safeParse(JSON.parse(body));
    if (!request.success) {
      const issues = request.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
      throw new PlatformError(400, 'INVALID_SQL_QUERY', issues.join('; '));
    }
    const { query, params } = request.data;
    const statement = this.#read(query);
    checkEndpoint(path, statement);
    if (statement.parameters !== params.length) {
      const message = `The query has ${statement.parameters} parameters, ${params.length} were bound`;
      throw new PlatformError(400, 'SQL_EXECUTION_ERROR', message);
    }
    const limit = statement.kind === 'ddl' ? this.#definitions : this.#statements;
    if (!limit.take()) {
      throw new PlatformError(
        429,
        'RATE_LIMIT_EXCEEDED',
        'Too many SQL statements: wait and retry',
      );
    }
    return this.#answer(statement, await this.#execute(statement, params));
  }

  /** An app sends few different queries, and long ones: each is read once. */
  #read(query: string): SqlStatement {
    const known = this.#known.get(query);
    if (known !== undefined) return known;
    const statement = readStatement(query);
    if (this.#known.size >= KNOWN_STATEMENTS) this.#known.clear();
    this.#known.set(query, statement);
    return statement;
  }

  async #execute(statement: SqlStatement, params: readonly SqlParam[]): Promise<SqlResult> {
    const startedAtMs = this.#elapsedMs();
    const outcome = await this.#database.execute(statement, params).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
    const tookMs = this.#elapsedMs() - startedAtMs;
    const meter = currentInvocation.getStore()?.meter;
    meter?.count(COUNTERS[statement.kind]);
    meter?.count('sqlMs', tookMs);
    // A late answer is none, whatever it says.
    if (tookMs > TIMEOUT_MS[statement.kind]) {
      throw new PlatformError(408, 'QUERY_TIMED_OUT', `The query took ${tookMs.toFixed(0)} ms`);
    }
    if ('result' in outcome) return outcome.result;
    throw outcome.error instanceof EngineError ? refusal(outcome.error) : outcome.error;
  }

  #answer(statement: SqlStatement, result: SqlResult): Response {
    const rows = 'rows' in result ? result.rows : header(result);
    const json = JSON.stringify({ rows });
    if (Buffer.byteLength(json) > RESPONSE_BYTES) {
      const message = `The result of this ${statement.kind} is larger than 4 MiB: read it in pages`;
      throw new PlatformError(413, 'SQL_EXECUTION_ERROR', message);
    }
    return new Response(json, { headers: { 'content-type': 'application/json' } });
  }
}

/** The migration runner reads its table through the DDL endpoint, so SELECT is welcome there. */
function checkEndpoint(path: string, { kind }: SqlStatement): void {
  switch (path) {
    case '/api/v1/execute':
      if (kind !== 'ddl') return;
      throw new PlatformError(400, 'SQL_POLICY_VIOLATION', 'Send DDL with executeDDL');
    case '/api/v1/execute/ddl':
      if (kind !== 'write') return;
      throw new PlatformError(400, 'SQL_POLICY_VIOLATION', 'Send DML with prepare or executeRaw');
    default:
      throw new PlatformError(404, 'NOT_FOUND', `Forge SQL has no endpoint ${path}`);
  }
}

const header = (result: { readonly affectedRows: number; readonly insertId: number }) => ({
  affectedRows: result.affectedRows,
  fieldCount: 0,
  info: '',
  insertId: result.insertId,
  serverStatus: 2,
  warningStatus: 0,
});

const refusal = (error: EngineError): PlatformError =>
  new PlatformError(
    400,
    error.errno === SYNTAX_ERROR ? 'INVALID_SQL_QUERY' : 'SQL_EXECUTION_ERROR',
    error.message,
    {
      debug: {
        code: error.code,
        errno: error.errno,
        sqlState: error.sqlState,
        sqlMessage: error.message,
      },
    },
  );
