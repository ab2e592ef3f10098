export type SqlTokenKind = 'space' | 'comment' | 'string' | 'quoted' | 'word' | 'number' | 'symbol';

export interface SqlToken {
  readonly kind: SqlTokenKind;
  /** As written. */
  readonly text: string;
  /** Upper case for words and symbols, `''` for what can never be a keyword. */
  readonly word: string;
}

/** MySQL's lexical rules; a lone quote falls through as a symbol and fails in the engine. */
const TOKEN =
  /(?<space>\s+)|(?<comment>--(?=\s|$)[^\n]*|#[^\n]*|\/\*.*?\*\/)|(?<string>'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*")|(?<quoted>`(?:[^`]|``)*`)|(?<word>[A-Za-z_@$][\w@$]*)|(?<number>\d[\w.]*)|(?<symbol>.)/gsy;

/** All of the text in order, spaces and comments included: joined, the tokens give it back. */
export function tokenize(sql: string): readonly SqlToken[] {
  return [...sql.matchAll(TOKEN)].map((match) => {
    const groups = Object.entries<string | undefined>(match.groups ?? {});
    const kind = (groups.find(([, text]) => text !== undefined)?.[0] ?? 'symbol') as SqlTokenKind;
    const isKeyword = kind === 'word' || kind === 'symbol';
    return { kind, text: match[0], word: isKeyword ? match[0].toUpperCase() : '' };
  });
}

/** Without spaces and comments. */
export const significant = (tokens: readonly SqlToken[]): readonly SqlToken[] =>
  tokens.filter(({ kind }) => kind !== 'space' && kind !== 'comment');

/** The name that a word or a quoted identifier stands for. */
export const nameOf = (token: SqlToken | undefined): string =>
  token === undefined
    ? ''
    : token.kind === 'quoted'
      ? token.text.slice(1, -1).replaceAll('``', '`')
      : token.text;
