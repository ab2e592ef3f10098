import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

import { askApp } from '../ask-app';
import type { ForgeHost } from '../forge/host';
import type { PatientTime } from './patient-time';

/** A ticket of the input, and how the app names it to people. */
export interface AskedTicket {
  /** e.g. `servicenow:INC45` */
  readonly ticket: string;
  readonly issue: string;
}

/** As many as the platform's limits of a minute let one person read, and some to spare. */
const VERDICTS_A_MINUTE = 1_000;

/**
 * Writes a line per ticket, in this order, with what the app says of each.
 *
 * @param reader - account of somebody who sees the tickets
 */
export async function writeTicketVerdicts(
  host: ForgeHost,
  tickets: readonly AskedTicket[],
  to: {
    readonly file: string;
    readonly reader: string;
    readonly time: Pick<PatientTime, 'rest'>;
  },
): Promise<void> {
  const out = createWriteStream(to.file);
  for (const [index, { ticket, issue }] of tickets.entries()) {
    if (index % VERDICTS_A_MINUTE === 0) to.time.rest();
    const { episodes } = await askApp(host, 'readTicketVerdict', { issue }, to.reader);
    const lines = episodes.map((episode) => ({
      ordinal: episode.ordinal,
      openedAt: episode.openedAt,
      resolvedAt: episode.resolvedAt,
      outcome: episode.outcome,
      rule: episode.rule,
      reason: episode.reason,
      evidence: episode.evidence,
      firstContact: episode.firstContact,
      decidedAt: episode.decidedAt,
    }));
    const text = `${JSON.stringify({ ticket, episodes: lines })}\n`;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}
