import type { HandOffPacket } from '../../domain/escalation/packet';

/** A packet as machines read it in the ticket: JSON, times in ISO 8601, shares from 0 to 1. */
export function handOffBlock(packet: HandOffPacket): string {
  const iso = (at: number): string => new Date(at).toISOString();
  return JSON.stringify({
    format: 'firstline-hand-off',
    version: 1,
    ...packet,
    decidedAt: iso(packet.decidedAt),
    runs: packet.runs.map((run) => ({
      ...run,
      startedAt: iso(run.startedAt),
      endedAt: iso(run.endedAt),
      steps: run.steps.map((step) => ({
        ...step,
        startedAt: iso(step.startedAt),
        endedAt: iso(step.endedAt),
      })),
    })),
  });
}
