import { parse } from 'csv-parse/sync';

/** A record and the line on which it begins. */
export interface CsvRecord {
  readonly line: number;
  /** null when the record cannot be split; `fault` then says why. */
  readonly fields: readonly string[] | null;
  readonly fault: string | null;
}

/**
 * Cuts lines into records. A line without a quote is split at its commas, which is all that RFC 4180
 * asks of it; everything else, a record over several lines included, is left to the CSV library.
 */
export class CsvRecordReader {
  #open: { readonly line: number; text: string } | null = null;
  /** Ascending; null: all. */
  #wanted: readonly number[] | null = null;

  /** From now on only these fields are needed; others may be left out, though they are counted. */
  want(positions: Iterable<number>): void {
    this.#wanted = [...positions].sort((a, b) => a - b);
  }

  /** The record that ends on this line, or null while one goes on. */
  next(line: number, text: string): CsvRecord | null {
    if (this.#open === null && !text.includes('"')) {
      const wanted = this.#wanted;
      const fields = wanted === null ? text.split(',') : pickFields(text, wanted);
      return { line, fields, fault: null };
    }
    this.#open =
      this.#open === null
        ? { line, text }
        : { line: this.#open.line, text: `${this.#open.text}\n${text}` };
    return hasOpenQuote(this.#open.text) ? null : this.end();
  }

  /** What is left when the input ends; null when nothing is. */
  end(): CsvRecord | null {
    if (this.#open === null) return null;
    const { line, text } = this.#open;
    this.#open = null;
    try {
      const [fields] = parse(text, { relax_column_count: true });
      return { line, fields: fields ?? [], fault: null };
    } catch {
      return {
        line,
        fields: null,
        fault: 'a quote is opened and not closed: quote the whole field',
      };
    }
  }
}

const hasOpenQuote = (text: string): boolean => (text.split('"').length - 1) % 2 === 1;

/** The wanted fields at their places, in an array as long as there are fields. */
function pickFields(text: string, wanted: readonly number[]): readonly string[] {
  const fields: string[] = [];
  let [start, position, next] = [0, 0, 0];
  for (;;) {
    const comma = text.indexOf(',', start);
    if (position === wanted[next]) {
      fields[position] = comma < 0 ? text.slice(start) : text.slice(start, comma);
      next += 1;
    }
    position += 1;
    if (comma < 0) break;
    start = comma + 1;
  }
  fields.length = position;
  return fields;
}
