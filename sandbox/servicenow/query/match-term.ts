import { invalidQuery } from '../fault';
import { isInstanceTime } from '../instance-time';
import type { Row, SnField } from '../schema/field';
import type { Term } from './parse-query';
import type { PathEnd } from './read-path';

export type Matches = (row: Row) => boolean;

/** The test that a term makes of a row. An empty value is neither more nor less than any other. */
export function matchTerm({ operator, value }: Term, end: PathEnd): Matches {
  const { field, valueOf } = end;
  switch (operator) {
    case 'ISEMPTY':
      return (row) => valueOf(row) === '';
    case 'ISNOTEMPTY':
      return (row) => valueOf(row) !== '';
    case 'STARTSWITH':
      return (row) => valueOf(row).startsWith(value);
    case 'LIKE': {
      const part = value.toLowerCase();
      return (row) => valueOf(row).toLowerCase().includes(part);
    }
    case 'IN':
    case 'NOT IN': {
      const values = new Set(value.split(','));
      const isIn = operator === 'IN';
      return (row) => values.has(valueOf(row)) === isIn;
    }
    case '=':
      checkValue(field, value);
      return (row) => valueOf(row) === value;
    case '!=':
      checkValue(field, value);
      return (row) => valueOf(row) !== value;
    default: {
      if (value === '') throw invalidQuery(`${field.name}${operator} needs a value`);
      checkValue(field, value);
      const compare =
        field.type === 'integer'
          ? (kept: string) => Number(kept) - Number(value)
          : (kept: string) => (kept === value ? 0 : kept < value ? -1 : 1);
      const holds = COMPARISONS[operator];
      return (row) => {
        const kept = valueOf(row);
        return kept !== '' && holds(compare(kept));
      };
    }
  }
}

const COMPARISONS = {
  '>': (order: number) => order > 0,
  '>=': (order: number) => order >= 0,
  '<': (order: number) => order < 0,
  '<=': (order: number) => order <= 0,
} as const;

function checkValue({ name, type }: SnField, value: string): void {
  if (value === '') return;
  if (type === 'glide_date_time' && !isInstanceTime(value)) {
    throw invalidQuery(`${name}: '${value}' is no time such as 2026-03-02 09:00:00`);
  }
  if (type === 'integer' && !/^-?\d+$/.test(value)) {
    throw invalidQuery(`${name}: '${value}' is no number`);
  }
  if (type === 'boolean' && value !== 'true' && value !== 'false') {
    throw invalidQuery(`${name}: '${value}' is neither true nor false`);
  }
}
