import { significant, type SqlToken } from './tokens';

/** Functions of MySQL that SQLite has under another name. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  GREATEST: 'MAX',
  LEAST: 'MIN',
  IF: 'IIF',
  CHAR_LENGTH: 'LENGTH',
  SUBSTRING: 'SUBSTR',
};

/** A MySQL query or write in SQLite's words. What is not translated here is common to both. */
export function toSqliteQuery(tokens: readonly SqlToken[]): string {
  const parts: string[] = [];
  let isConflictClause = false;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const next = nextWord(tokens, i);
    if (token.word === 'ON' && next.word === 'DUPLICATE') {
      parts.push('ON CONFLICT DO UPDATE SET');
      isConflictClause = true;
      i = skipWords(tokens, i, ['DUPLICATE', 'KEY', 'UPDATE']);
    } else if (isConflictClause && token.word === 'VALUES' && next.word === '(') {
      const column = nextWord(tokens, next.index);
      parts.push(`excluded.${column.text}`);
      i = nextWord(tokens, column.index).index;
    } else if (token.word === 'IGNORE' && isInsertIgnore(tokens, i)) {
      parts.push('OR IGNORE');
    } else if (isLikePattern(tokens, i)) {
      // Without it SQLite has no escape character; MySQL has the backslash.
      const pattern = token.kind === 'string' ? toSqliteString(token.text) : token.text;
      parts.push(next.word === 'ESCAPE' ? pattern : `${pattern} ESCAPE '\\'`);
    } else if (token.kind === 'string') {
      parts.push(toSqliteString(token.text));
    } else if (token.kind === 'word' && next.word === '(') {
      parts.push(FUNCTIONS[token.word] ?? token.text);
    } else {
      parts.push(token.kind === 'comment' ? ' ' : token.text);
    }
  }
  return parts.join('');
}

/** MySQL escapes with backslashes and lets strings stand in double quotes; SQLite does neither. */
export function toSqliteString(literal: string): string {
  const quote = literal.slice(0, 1);
  const inner = literal.slice(1, -1).replaceAll(quote + quote, quote);
  const value = inner.replace(/\\(.)/gs, (_all, escaped: string) => ESCAPES[escaped] ?? escaped);
  return `'${value.replaceAll("'", "''")}'`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  // In LIKE patterns MySQL leaves these two for LIKE itself.
  '%': '\\%',
  _: '\\_',
};

interface Found {
  readonly word: string;
  readonly text: string;
  readonly index: number;
}

/** The next token that is neither space nor comment. */
function nextWord(tokens: readonly SqlToken[], after: number): Found {
  for (let i = after + 1; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token && token.kind !== 'space' && token.kind !== 'comment') {
      return { word: token.word, text: token.text, index: i };
    }
  }
  return { word: '', text: '', index: tokens.length };
}

/** A literal or a parameter right after LIKE. */
function isLikePattern(tokens: readonly SqlToken[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'string' && token?.word !== '?') return false;
  return significant(tokens.slice(0, index)).at(-1)?.word === 'LIKE';
}

/** Index of the last of the expected words. */
function skipWords(tokens: readonly SqlToken[], from: number, expected: readonly string[]): number {
  return expected.reduce((index, word) => {
    const next = nextWord(tokens, index);
    if (next.word !== word) throw new Error(`near "${next.text}": syntax error`);
    return next.index;
  }, from);
}

const isInsertIgnore = (tokens: readonly SqlToken[], index: number): boolean =>
  tokens
    .slice(0, index)
    .filter(({ kind }) => kind === 'word')
    .map(({ word }) => word)
    .join(' ') === 'INSERT';
