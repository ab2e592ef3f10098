import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PARTITIONS = 64;

/**
 * Groups lines by key in bounded memory, whatever the input's size and order: in memory up to a
 * budget, beyond it in temporary files, one per hash of the key. Lines of a key keep their order.
 */
export class Spool {
  readonly #budgetChars: number;
  #groups = new Map<string, string[]>();
  #heldChars = 0;
  #folder: string | null = null;

  /** @param budgetChars - characters held in memory before they go to disk */
  constructor(budgetChars: number) {
    this.#budgetChars = budgetChars;
  }

  /** @param line - without a line feed */
  add(key: string, line: string): void {
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, [line]);
    else group.push(line);
    this.#heldChars += line.length;
    if (this.#heldChars > this.#budgetChars) this.#spill();
  }

  /** Every key once, with all of its lines. Groups leave memory as they are read. */
  *groups(): Generator<readonly [key: string, lines: readonly string[]]> {
    if (this.#folder === null) {
      yield* this.#groups;
      this.#groups = new Map();
      return;
    }
    this.#spill();
    for (let partition = 0; partition < PARTITIONS; partition += 1) {
      const file = this.#fileOf(partition);
      if (existsSync(file)) yield* readPartition(file);
    }
  }

  /** Removes what was written to disk. */
  dispose(): void {
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
    this.#groups = new Map();
    this.#heldChars = 0;
  }

  #spill(): void {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'firstline-score-'));
    const texts = Array.from({ length: PARTITIONS }, () => [] as string[]);
    for (const [key, lines] of this.#groups) {
      const text = texts[partitionOf(key)];
      for (const line of lines) text?.push(JSON.stringify(key), '\t', line, '\n');
    }
    texts.forEach((text, partition) => {
      if (text.length > 0) appendFileSync(this.#fileOf(partition), text.join(''));
    });
    this.#groups = new Map();
    this.#heldChars = 0;
  }

  #fileOf(partition: number): string {
    return join(this.#folder ?? '', `${partition}.tsv`);
  }
}

function readPartition(file: string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of readFileSync(file, 'utf8').split('\n')) {
    if (row === '') continue;
    const tab = row.indexOf('\t');
    const key = JSON.parse(row.slice(0, tab)) as string;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row.slice(tab + 1)]);
    else group.push(row.slice(tab + 1));
  }
  return groups;
}

/** FNV-1a: any even spread will do. */
function partitionOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % PARTITIONS;
}
