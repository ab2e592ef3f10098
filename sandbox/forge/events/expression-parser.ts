export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'member';
      readonly object: Expression;
      readonly property: string;
      readonly isOptional: boolean;
    }
  | { readonly kind: 'not'; readonly operand: Expression }
  | {
      readonly kind: 'and' | 'or' | 'equal' | 'unequal';
      readonly left: Expression;
      readonly right: Expression;
    };

/** The text is no expression of the subset, or does not apply to the event. */
export class ExpressionError extends Error {
  constructor(message: string) {
    super(`Filter expression: ${message}`);
    this.name = 'ExpressionError';
  }
}

const TOKEN =
  /\s*(?:(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_$][\w$]*)|(?<symbol>\?\.|==|!=|&&|\|\||[!().[\]]))/y;

interface Token {
  readonly kind: 'string' | 'number' | 'name' | 'symbol' | 'end';
  readonly text: string;
}

const CONSTANTS: Readonly<Record<string, boolean | null>> = {
  true: true,
  false: false,
  null: null,
};

/** @throws ExpressionError for anything outside the subset */
export function parseExpression(source: string): Expression {
  const parser = new Parser(tokenize(source));
  const expression = parser.or();
  parser.expectEnd();
  return expression;
}

function tokenize(source: string): readonly Token[] {
  const text = source.trimEnd();
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(text)?.groups;
    if (groups === undefined) {
      throw new ExpressionError(`'${text.slice(at).trim()}' is not supported`);
    }
    const found = Object.entries<string | undefined>(groups).find(([, t]) => t !== undefined);
    tokens.push({ kind: (found?.[0] ?? 'end') as Token['kind'], text: found?.[1] ?? '' });
  }
  return tokens;
}

/** Recursive descent, weakest operator first. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  or(): Expression {
    let left = this.#and();
    while (this.#skip('||')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  expectEnd(): void {
    const token = this.#tokens[this.#at];
    if (token !== undefined) throw new ExpressionError(`'${token.text}' is not expected here`);
  }

  #and(): Expression {
    let left = this.#equality();
    while (this.#skip('&&')) left = { kind: 'and', left, right: this.#equality() };
    return left;
  }

  #equality(): Expression {
    let left = this.#unary();
    for (;;) {
      if (this.#skip('==')) left = { kind: 'equal', left, right: this.#unary() };
      else if (this.#skip('!=')) left = { kind: 'unequal', left, right: this.#unary() };
      else return left;
    }
  }

  #unary(): Expression {
    return this.#skip('!') ? { kind: 'not', operand: this.#unary() } : this.#member();
  }

  #member(): Expression {
    let object = this.#primary();
    for (;;) {
      if (this.#skip('?.')) {
        object = { kind: 'member', object, property: this.#property(), isOptional: true };
      } else if (this.#skip('.')) {
        object = { kind: 'member', object, property: this.#property(), isOptional: false };
      } else if (this.#skip('[')) {
        const property = unquoted(this.#take('string'));
        this.#expect(']');
        object = { kind: 'member', object, property, isOptional: false };
      } else {
        return object;
      }
    }
  }

  /** A name, or a name in brackets after `?.`. */
  #property(): string {
    if (!this.#skip('[')) return this.#take('name');
    const property = unquoted(this.#take('string'));
    this.#expect(']');
    return property;
  }

  #primary(): Expression {
    if (this.#skip('(')) {
      const inner = this.or();
      this.#expect(')');
      return inner;
    }
    const token = this.#tokens[this.#at];
    this.#at += 1;
    switch (token?.kind) {
      case 'string':
        return { kind: 'literal', value: unquoted(token.text) };
      case 'number':
        return { kind: 'literal', value: Number(token.text) };
      case 'name': {
        const constant = CONSTANTS[token.text];
        return constant === undefined
          ? { kind: 'name', name: token.text }
          : { kind: 'literal', value: constant };
      }
      default:
        throw new ExpressionError(`a value is missing before '${token?.text ?? 'its end'}'`);
    }
  }

  #skip(symbol: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'symbol' || token.text !== symbol) return false;
    this.#at += 1;
    return true;
  }

  #expect(symbol: string): void {
    if (!this.#skip(symbol)) throw new ExpressionError(`'${symbol}' is missing`);
  }

  #take(kind: Token['kind']): string {
    const token = this.#tokens[this.#at];
    if (token?.kind !== kind) throw new ExpressionError(`a ${kind} is missing`);
    this.#at += 1;
    return token.text;
  }
}

const unquoted = (text: string): string => text.slice(1, -1).replace(/\\(.)/gs, '$1');
