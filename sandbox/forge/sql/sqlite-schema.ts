import { nameOf, significant, type SqlToken } from './tokens';
import { toSqliteString } from './sqlite-queries';

const NUMERIC = /INT|DECIMAL|NUMERIC|FLOAT|DOUBLE|REAL|BOOL|BIT/;

/** A MySQL schema statement in SQLite's words: one or more statements. */
export function toSqliteSchema(tokens: readonly SqlToken[]): readonly string[] {
  const words = significant(tokens).filter(({ word }) => word !== ';');
  const reader = new Reader(words);
  if (reader.accept('CREATE', 'TABLE')) return createTable(reader);
  if (reader.accept('CREATE', 'UNIQUE', 'INDEX')) return [createIndex(reader, true)];
  if (reader.accept('CREATE', 'INDEX')) return [createIndex(reader, false)];
  if (reader.accept('DROP', 'INDEX')) return [dropIndex(reader)];
  if (reader.accept('DROP', 'TABLE')) return dropTables(reader);
  if (reader.accept('ALTER', 'TABLE')) return alterTable(reader);
  if (reader.accept('TRUNCATE')) {
    reader.accept('TABLE');
    return [`DELETE FROM ${quote(reader.name())}`];
  }
  if (reader.accept('RENAME', 'TABLE')) {
    const from = reader.name();
    reader.accept('TO');
    return [`ALTER TABLE ${quote(from)} RENAME TO ${quote(reader.name())}`];
  }
  return [text(words)];
}

function createTable(reader: Reader): readonly string[] {
  const ifNotExists = reader.accept('IF', 'NOT', 'EXISTS') ? 'IF NOT EXISTS ' : '';
  const table = reader.name();
  const definitions = reader.list();
  const automatic = definitions.find((each) => each.some(({ word }) => word === 'AUTO_INCREMENT'));
  const columns: string[] = [];
  const indexes: string[] = [];
  for (const definition of definitions) {
    const part = new Reader(definition);
    const index = inlineIndex(part, table, ifNotExists);
    if (index !== null) {
      indexes.push(index);
    } else if (definition[0]?.word === 'PRIMARY') {
      part.accept('PRIMARY', 'KEY');
      if (automatic === undefined) columns.push(`PRIMARY KEY (${columnList(part.list())})`);
    } else if (definition === automatic) {
      columns.push(`${quote(nameOf(definition[0]))} INTEGER PRIMARY KEY AUTOINCREMENT`);
    } else {
      columns.push(column(definition));
    }
  }
  return [`CREATE TABLE ${ifNotExists}${quote(table)} (${columns.join(', ')})`, ...indexes];
}

/** `KEY name (…)`, `UNIQUE KEY name (…)` and the like; null for anything else. */
function inlineIndex(part: Reader, table: string, ifNotExists: string): string | null {
  const isUnique = part.accept('UNIQUE');
  const isIndex = part.accept('INDEX') || part.accept('KEY') || isUnique;
  if (!isIndex) return null;
  const named = part.peek() === '(' ? null : part.name();
  const columns = part.list();
  const name = named ?? nameOf(columns[0]?.[0]);
  return `CREATE ${isUnique ? 'UNIQUE ' : ''}INDEX ${ifNotExists}${quote(`${table}__${name}`)} ON ${quote(table)} (${columnList(columns)})`;
}

function createIndex(reader: Reader, isUnique: boolean): string {
  const ifNotExists = reader.accept('IF', 'NOT', 'EXISTS') ? 'IF NOT EXISTS ' : '';
  const name = reader.name();
  reader.accept('ON');
  const table = reader.name();
  return `CREATE ${isUnique ? 'UNIQUE ' : ''}INDEX ${ifNotExists}${quote(`${table}__${name}`)} ON ${quote(table)} (${columnList(reader.list())})`;
}

function dropIndex(reader: Reader): string {
  const ifExists = reader.accept('IF', 'EXISTS') ? 'IF EXISTS ' : '';
  const name = reader.name();
  reader.accept('ON');
  return `DROP INDEX ${ifExists}${quote(`${reader.name()}__${name}`)}`;
}

function dropTables(reader: Reader): readonly string[] {
  const ifExists = reader.accept('IF', 'EXISTS') ? 'IF EXISTS ' : '';
  return splitByComma(reader.rest()).map(
    ([name]) => `DROP TABLE ${ifExists}${quote(nameOf(name))}`,
  );
}

function alterTable(reader: Reader): readonly string[] {
  const table = reader.name();
  return splitByComma(reader.rest()).map((clause) => alteration(table, new Reader(clause), clause));
}

function alteration(table: string, part: Reader, clause: readonly SqlToken[]): string {
  if (part.accept('ADD')) {
    const index = inlineIndex(part, table, '');
    if (index !== null) return index;
    part.accept('COLUMN');
    return `ALTER TABLE ${quote(table)} ADD COLUMN ${withDefault(column(part.rest()))}`;
  }
  if (part.accept('DROP', 'INDEX') || part.accept('DROP', 'KEY')) {
    return `DROP INDEX ${quote(`${table}__${part.name()}`)}`;
  }
  if (part.accept('DROP', 'COLUMN') || part.accept('DROP')) {
    return `ALTER TABLE ${quote(table)} DROP COLUMN ${quote(part.name())}`;
  }
  if (part.accept('RENAME', 'TO') || part.accept('RENAME', 'AS')) {
    return `ALTER TABLE ${quote(table)} RENAME TO ${quote(part.name())}`;
  }
  if (part.accept('RENAME', 'COLUMN')) {
    return `ALTER TABLE ${quote(table)} RENAME COLUMN ${text(part.rest())}`;
  }
  throw new Error(`The embedded engine cannot ALTER TABLE … ${text(clause)}: use a MySQL server`);
}

/** Type and constraints without what SQLite has no word for. */
function column(definition: readonly SqlToken[]): string {
  const part = new Reader(definition);
  const name = part.name();
  const kept: SqlToken[] = [];
  while (part.peek() !== '') {
    if (part.accept('CHARACTER', 'SET') || part.accept('CHARSET') || part.accept('COLLATE'))
      part.next();
    else if (part.accept('COMMENT') || part.accept('AFTER')) part.next();
    else if (part.accept('ON', 'UPDATE', 'CURRENT_TIMESTAMP')) continue;
    else if (part.accept('FIRST')) continue;
    else kept.push(part.next());
  }
  // `INTEGER` is kept for auto-increment columns, which SQLite can only spell that way.
  const [type, ...rest] = kept;
  const typeText = type?.word === 'INTEGER' ? 'INT' : (type?.text ?? '');
  return `${quote(name)} ${typeText}${rest.length > 0 ? ` ${text(rest)}` : ''}`;
}

/** MySQL fills a new NOT NULL column with its type's zero; SQLite wants that said. */
function withDefault(definition: string): string {
  const upper = definition.toUpperCase();
  if (!upper.includes('NOT NULL') || upper.includes('DEFAULT')) return definition;
  return `${definition} DEFAULT ${NUMERIC.test(upper.replace(/^"[^"]*"/, '')) ? '0' : "''"}`;
}

/** Columns of an index, without prefix lengths. */
const columnList = (columns: readonly (readonly SqlToken[])[]): string =>
  columns
    .map(([name, ...rest]) => {
      const isDescending = rest.some(({ word }) => word === 'DESC');
      return `${quote(nameOf(name))}${isDescending ? ' DESC' : ''}`;
    })
    .join(', ');

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const text = (tokens: readonly SqlToken[]): string =>
  tokens
    .map((token) => (token.kind === 'string' ? toSqliteString(token.text) : token.text))
    .join(' ');

function splitByComma(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const parts: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.word === '(') depth += 1;
    if (token.word === ')') depth -= 1;
    if (token.word === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Walks over tokens from left to right. */
class Reader {
  readonly #tokens: readonly SqlToken[];
  #at = 0;

  constructor(tokens: readonly SqlToken[]) {
    this.#tokens = tokens;
  }

  /** `''` at the end, and for what cannot be a keyword. */
  peek(): string {
    const token = this.#tokens[this.#at];
    return token === undefined ? '' : token.word || token.text;
  }

  next(): SqlToken {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Error('incomplete input');
    this.#at += 1;
    return token;
  }

  /** Skips the words if they come next, all of them. */
  accept(...words: readonly string[]): boolean {
    if (!words.every((word, i) => this.#tokens[this.#at + i]?.word === word)) return false;
    this.#at += words.length;
    return true;
  }

  name(): string {
    return nameOf(this.next());
  }

  /** What stands in the parentheses that come next, split at its commas. */
  list(): readonly (readonly SqlToken[])[] {
    if (this.peek() !== '(') throw new Error(`near "${this.peek()}": syntax error`);
    const start = this.#at + 1;
    let depth = 0;
    do {
      const { word } = this.next();
      if (word === '(') depth += 1;
      if (word === ')') depth -= 1;
    } while (depth > 0);
    return splitByComma(this.#tokens.slice(start, this.#at - 1));
  }

  rest(): readonly SqlToken[] {
    const rest = this.#tokens.slice(this.#at);
    this.#at = this.#tokens.length;
    return rest;
  }
}
