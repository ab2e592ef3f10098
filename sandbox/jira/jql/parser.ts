import { badRequest } from '../fault';
import type { JqlClause, JqlOperand, JqlOperator, JqlOrder, JqlQuery } from './ast';
import { tokenize, type JqlToken } from './lexer';

const COMPARISONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];
const RESERVED = new Set(['and', 'or', 'not', 'in', 'is', 'order', 'empty', 'null']);

/** Reads JQL; a syntax outside the supported subset is refused by name. */
export const parseJql = (jql: string): JqlQuery => new Parser(tokenize(jql)).query();

class Parser {
  #at = 0;

  constructor(private readonly tokens: readonly JqlToken[]) {}

  query(): JqlQuery {
    const where = this.#isEnd() || this.#isWord('order') ? null : this.#or();
    const orderBy = this.#orderBy();
    if (!this.#isEnd()) throw this.#unexpected("either 'OR' or 'AND'");
    return { where, orderBy };
  }

  #or(): JqlClause {
    return this.#chain('or', '||', () => this.#chain('and', '&&', () => this.#not()));
  }

  #chain(kind: 'and' | 'or', symbol: string, next: () => JqlClause): JqlClause {
    const first = next();
    const clauses = [first];
    while (this.#takeWord(kind) || this.#takeSymbol(symbol)) clauses.push(next());
    return clauses.length === 1 ? first : { kind, clauses };
  }

  #not(): JqlClause {
    if (this.#takeWord('not') || this.#takeSymbol('!')) return { kind: 'not', clause: this.#not() };
    if (this.#takeSymbol('(')) {
      const clause = this.#or();
      this.#demandSymbol(')');
      return clause;
    }
    return this.#test();
  }

  #test(): JqlClause {
    const field = this.#name('a field name');
    const operator = this.#operator();
    const isList = operator === 'in' || operator === 'not in';
    const operands = isList ? this.#list() : [this.#operand()];
    if (operator === 'is' || operator === 'is not') {
      if (operands[0]?.kind !== 'empty') throw this.#unexpected("'EMPTY' or 'NULL'", -1);
    }
    return { kind: 'test', field, operator, operands };
  }

  #operator(): JqlOperator {
    const token = this.#peek();
    if (token.kind === 'symbol' && COMPARISONS.includes(token.text)) {
      this.#at += 1;
      return token.text as JqlOperator;
    }
    if (this.#takeWord('in')) return 'in';
    if (this.#takeWord('is')) return this.#takeWord('not') ? 'is not' : 'is';
    if (this.#isWord('not')) {
      this.#at += 1;
      if (this.#takeWord('in')) return 'not in';
    }
    throw this.#unexpected(
      "operator ('=', '!=', '<', '>', '<=', '>=', 'in', 'not in', 'is', 'is not')",
    );
  }

  #list(): readonly JqlOperand[] {
    // `in` also takes a function without parentheses round it.
    if (!this.#takeSymbol('(')) return [this.#operand()];
    const operands = [this.#operand()];
    while (this.#takeSymbol(',')) operands.push(this.#operand());
    this.#demandSymbol(')');
    return operands;
  }

  #operand(): JqlOperand {
    const token = this.#peek();
    if (token.kind === 'word' && /^(empty|null)$/i.test(token.text)) {
      this.#at += 1;
      return { kind: 'empty' };
    }
    const text = this.#name('a value');
    if (token.kind !== 'word' || !this.#takeSymbol('(')) return { kind: 'value', text };
    const args: string[] = [];
    while (!this.#takeSymbol(')')) {
      args.push(this.#name('an argument'));
      if (!this.#takeSymbol(',') && this.#peek().text !== ')') throw this.#unexpected("')'");
    }
    return { kind: 'function', name: text, args };
  }

  #orderBy(): readonly JqlOrder[] {
    if (!this.#takeWord('order')) return [];
    if (!this.#takeWord('by')) throw this.#unexpected("'by'");
    const order: JqlOrder[] = [];
    do {
      const field = this.#name('a field name');
      const isDescending = this.#takeWord('desc');
      if (!isDescending) this.#takeWord('asc');
      order.push({ field, isDescending });
    } while (this.#takeSymbol(','));
    return order;
  }

  #name(what: string): string {
    const token = this.#peek();
    const isReserved = token.kind === 'word' && RESERVED.has(token.text.toLowerCase());
    if ((token.kind !== 'word' && token.kind !== 'text') || isReserved) {
      throw this.#unexpected(what);
    }
    this.#at += 1;
    return token.text;
  }

  #peek(): JqlToken {
    return this.tokens[this.#at] ?? { kind: 'end', text: '', character: 1 };
  }

  #isEnd(): boolean {
    return this.#peek().kind === 'end';
  }

  #isWord(word: string): boolean {
    const { kind, text } = this.#peek();
    return kind === 'word' && text.toLowerCase() === word;
  }

  #takeWord(word: string): boolean {
    if (!this.#isWord(word)) return false;
    this.#at += 1;
    return true;
  }

  #takeSymbol(symbol: string): boolean {
    const { kind, text } = this.#peek();
    if (kind !== 'symbol' || text !== symbol) return false;
    this.#at += 1;
    return true;
  }

  #demandSymbol(symbol: string): void {
    if (!this.#takeSymbol(symbol)) throw this.#unexpected(`'${symbol}'`);
  }

  #unexpected(wanted: string, offset = 0) {
    const token = this.tokens[this.#at + offset] ?? this.#peek();
    const got = token.kind === 'end' ? 'the end of the query' : `'${token.text}'`;
    return badRequest(
      `Error in the JQL Query: Expecting ${wanted} but got ${got}. ` +
        `(line 1, character ${token.character})`,
    );
  }
}
