import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

import type { Verdict } from '../../src/domain/outcome/verdict';
import type { EpochMs } from '../../src/domain/time';
import { Spool } from './spool';

/** Lines of input whose tickets are written in one go. */
const LINES_PER_BLOCK = 4_096;

/** The verdict of each ticket, written in the order in which the tickets began in the input. */
export class TicketLines {
  readonly #spool: Spool;

  constructor(budgetChars: number) {
    this.#spool = new Spool(budgetChars);
  }

  add(line: number, ticketId: string, verdicts: readonly Verdict[]): void {
    const block = Math.floor(line / LINES_PER_BLOCK);
    const text = JSON.stringify({ ticket: ticketId, episodes: verdicts.map(toEpisodeLine) });
    this.#spool.add(String(block), JSON.stringify([line, text]));
  }

  async writeTo(file: string): Promise<void> {
    const out = createWriteStream(file);
    const blocks = [...this.#spool.groups()].sort(([a], [b]) => Number(a) - Number(b));
    for (const [, entries] of blocks) {
      const lines = entries.map((entry) => JSON.parse(entry) as readonly [number, string]);
      const text = lines.sort(([a], [b]) => a - b).map(([, line]) => `${line}\n`);
      if (!out.write(text.join(''))) await once(out, 'drain');
    }
    out.end();
    await finished(out);
  }

  dispose(): void {
    this.#spool.dispose();
  }
}

const iso = (at: EpochMs | null): string | null =>
  at === null ? null : new Date(at).toISOString();

const toEpisodeLine = (verdict: Verdict): unknown => ({
  ordinal: verdict.ordinal,
  openedAt: iso(verdict.openedAt),
  resolvedAt: iso(verdict.resolvedAt),
  outcome: verdict.outcome,
  rule: verdict.rule,
  reason: verdict.reason,
  evidence: verdict.evidence,
  firstContact: verdict.firstContact,
  decidedAt: iso(verdict.decidedAt),
});
