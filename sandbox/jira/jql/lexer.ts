import { badRequest } from '../fault';

export interface JqlToken {
  readonly kind: 'word' | 'text' | 'symbol' | 'end';
  readonly text: string;
  /** Counted from 1, as Jira does. */
  readonly character: number;
}

const SYMBOLS = ['!=', '<=', '>=', '!~', '&&', '||', '(', ')', ',', '=', '<', '>', '~', '!'];
const WORD = /[^\s()=!<>,"'~&|]+/y;
const SPACE = /\s+/y;

export function tokenize(jql: string): readonly JqlToken[] {
  const tokens: JqlToken[] = [];
  let at = 0;
  while (at < jql.length) {
    const space = matchAt(SPACE, jql, at);
    if (space !== null) {
      at += space.length;
      continue;
    }
    const character = at + 1;
    const quote = jql.charAt(at);
    if (quote === '"' || quote === "'") {
      const { text, end } = readQuoted(jql, at);
      tokens.push({ kind: 'text', text, character });
      at = end;
      continue;
    }
    const text = SYMBOLS.find((symbol) => jql.startsWith(symbol, at));
    if (text !== undefined) {
      tokens.push({ kind: 'symbol', text, character });
      at += text.length;
      continue;
    }
    const word = matchAt(WORD, jql, at);
    if (word === null) {
      throw badRequest(
        `Error in the JQL Query: The character '${jql.charAt(at)}' is a reserved JQL character. ` +
          `You must enclose it in a string. (line 1, character ${character})`,
      );
    }
    tokens.push({ kind: 'word', text: word, character });
    at += word.length;
  }
  return [...tokens, { kind: 'end', text: '', character: jql.length + 1 }];
}

function readQuoted(jql: string, start: number): { readonly text: string; readonly end: number } {
  const quote = jql.charAt(start);
  let text = '';
  for (let at = start + 1; at < jql.length; at += 1) {
    const char = jql.charAt(at);
    if (char === quote) return { text, end: at + 1 };
    if (char === '\\') {
      at += 1;
      text += jql.charAt(at);
      continue;
    }
    text += char;
  }
  throw badRequest(
    `Error in the JQL Query: The quoted string '${jql.slice(start + 1)}' has not been completed. ` +
      `(line 1, character ${start + 1})`,
  );
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
