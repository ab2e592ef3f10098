import { PlatformError } from '../platform-error';

import { significant, tokenize, type SqlToken } from './tokens';

export type StatementKind = 'select' | 'write' | 'ddl';

/** One statement that the policy lets through. */
export interface SqlStatement {
  readonly kind: StatementKind;
  readonly text: string;
  readonly tokens: readonly SqlToken[];
  /** Number of `?`. */
  readonly parameters: number;
}

const KINDS: Readonly<Record<string, StatementKind>> = {
  SELECT: 'select',
  WITH: 'select',
  SHOW: 'select',
  DESCRIBE: 'select',
  EXPLAIN: 'select',
  INSERT: 'write',
  REPLACE: 'write',
  UPDATE: 'write',
  DELETE: 'write',
  CREATE: 'ddl',
  ALTER: 'ddl',
  DROP: 'ddl',
  TRUNCATE: 'ddl',
  RENAME: 'ddl',
};
const REFUSED = new Set(
  `USE SET PREPARE EXECUTE DEALLOCATE BEGIN START COMMIT ROLLBACK SAVEPOINT RELEASE LOCK UNLOCK GRANT
   REVOKE CALL DO LOAD HANDLER FLUSH KILL ANALYZE OPTIMIZE CHECK REPAIR SHUTDOWN IMPORT XA`.split(
    /\s+/,
  ),
);
const SHOWABLE = new Set(['TABLES', 'COLUMNS', 'FIELDS', 'INDEX', 'INDEXES', 'KEYS']);
const DDL_OBJECTS = new Set(['TABLE', 'INDEX', 'UNIQUE', 'VIEW']);
const FUNCTIONS = new Set(
  `SLEEP BENCHMARK COMPRESS UNCOMPRESS AES_ENCRYPT AES_DECRYPT SHA2 LOAD_FILE GET_LOCK`.split(' '),
);
const BEFORE_TABLE = new Set(['FROM', 'JOIN', 'INTO', 'UPDATE', 'TABLE']);

/**
 * Reads a query and holds it to the platform's policy: one statement, no other schema, no session
 * control, no foreign keys.
 *
 * @throws PlatformError `SQL_POLICY_VIOLATION` or `INVALID_SQL_QUERY`
 */
export function readStatement(query: string): SqlStatement {
  const tokens = tokenize(query);
  const words = significant(tokens);
  const first = words[0]?.word === '(' ? words[1] : words[0];
  if (first === undefined) throw invalid('The query is empty');
  if (REFUSED.has(first.word) && !setsUserVariable(words)) {
    throw violation(`${first.word} statements are not allowed`);
  }
  const kind = KINDS[first.word];
  if (kind === undefined) {
    if (first.word === 'SET') throw violation('SET is not supported: a call has its own session');
    throw invalid(`Unknown statement '${first.text}'`);
  }
  checkSingle(words);
  checkComments(tokens);
  checkWords(words, kind);
  return {
    kind,
    text: query,
    tokens,
    parameters: words.filter(({ word }) => word === '?').length,
  };
}

const setsUserVariable = (words: readonly SqlToken[]): boolean =>
  words[0]?.word === 'SET' && (words[1]?.text.startsWith('@') ?? false);

function checkSingle(words: readonly SqlToken[]): void {
  const end = words.findIndex(({ word }) => word === ';');
  if (end >= 0 && end < words.length - 1) {
    throw violation('Only one statement is allowed per call');
  }
}

function checkComments(tokens: readonly SqlToken[]): void {
  const comments = tokens.filter(({ kind }) => kind === 'comment').map(({ text }) => text);
  if (comments.some((text) => text.startsWith('/*+'))) {
    throw violation('Optimizer hints are not allowed');
  }
  if (comments.some((text) => text.startsWith('/*!'))) {
    throw violation('Executable comments are not allowed');
  }
}

function checkWords(words: readonly SqlToken[], kind: StatementKind): void {
  if (words[0]?.word === 'SHOW' && !SHOWABLE.has(words[1]?.word ?? '')) {
    throw violation('SHOW is only allowed for TABLES, COLUMNS and INDEXES');
  }
  if (kind === 'ddl' && words[0]?.word !== 'TRUNCATE' && !DDL_OBJECTS.has(words[1]?.word ?? '')) {
    throw violation(`${words[0]?.word ?? ''} ${words[1]?.text ?? ''} is not allowed`);
  }
  words.forEach(({ word }, i) => {
    if (kind === 'ddl' && word === 'FOREIGN' && words[i + 1]?.word === 'KEY') {
      throw violation('Foreign keys are not supported');
    }
    if (kind === 'ddl' && word === 'REFERENCES') {
      throw violation('Foreign keys are not supported');
    }
    if (FUNCTIONS.has(word) && words[i + 1]?.word === '(') {
      throw violation(`The function ${word} is not allowed`);
    }
    if (BEFORE_TABLE.has(word) && words[i + 2]?.word === '.') {
      throw violation('Tables of another schema are out of reach');
    }
  });
}

const violation = (message: string): PlatformError =>
  new PlatformError(400, 'SQL_POLICY_VIOLATION', message);

const invalid = (message: string): PlatformError =>
  new PlatformError(400, 'INVALID_SQL_QUERY', message);
