import { cutPacket } from '../../domain/escalation/hand-off-packet';
import type { HandOffPacket } from '../../domain/escalation/packet';

/** What a comment may hold, more and more of it left out until it fits. */
const SIZES = [
  { runs: 50, stepsPerRun: 100 },
  { runs: 20, stepsPerRun: 40 },
  { runs: 10, stepsPerRun: 20 },
  { runs: 5, stepsPerRun: 10 },
  { runs: 3, stepsPerRun: 5 },
  { runs: 1, stepsPerRun: 5 },
] as const;
const LEAST = { runs: 1, stepsPerRun: 0 } as const;

/** The packet as written, with more and more of it left out until it fits. */
export function writeFitting<T>(
  packet: HandOffPacket,
  write: (packet: HandOffPacket) => T,
  fits: (written: T) => boolean,
): T {
  for (const size of SIZES) {
    const written = write(cutPacket(packet, size));
    if (fits(written)) return written;
  }
  return write(cutPacket(packet, LEAST));
}
