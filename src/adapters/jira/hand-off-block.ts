import { z } from 'zod';

import { HAND_OFF_REASONS } from '../../domain/escalation/decision';
import type { HandOffPacket } from '../../domain/escalation/packet';
import { epochMs } from '../../domain/time';

const FORMAT = 'firstline-hand-off';
const VERSION = 1;

const timeSchema = z.iso.datetime().transform((text) => epochMs(Date.parse(text)));
const shareSchema = z.number().min(0).max(1).nullable();

const blockSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  handOffId: z.string(),
  agent: z.string(),
  reason: z.enum(HAND_OFF_REASONS),
  detail: z.string().nullable(),
  confidence: shareSchema,
  threshold: shareSchema,
  decidedAt: timeSchema,
  runs: z.array(
    z.object({
      runId: z.string(),
      startedAt: timeSchema,
      endedAt: timeSchema,
      confidence: shareSchema,
      result: z.string().nullable(),
      verifiedActions: z.int().min(0),
      steps: z.array(
        z.object({
          tool: z.string(),
          startedAt: timeSchema,
          endedAt: timeSchema,
          hasFailed: z.boolean(),
          errorType: z.string().nullable(),
        }),
      ),
      traceUrl: z.string().nullable(),
    }),
  ),
  leftOut: z.object({ runs: z.int().min(0), steps: z.int().min(0) }),
});

/** A packet as machines read it in the comment: JSON, times in ISO 8601, shares from 0 to 1. */
export function handOffBlock(packet: HandOffPacket): string {
  const iso = (at: number): string => new Date(at).toISOString();
  return JSON.stringify({
    format: FORMAT,
    version: VERSION,
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

const toPacket = ({
  handOffId,
  agent,
  reason,
  detail,
  confidence,
  threshold,
  decidedAt,
  runs,
  leftOut,
}: z.output<typeof blockSchema>): HandOffPacket => ({
  handOffId,
  agent,
  reason,
  detail,
  confidence,
  threshold,
  decidedAt,
  runs,
  leftOut,
});

/** The packet in such a text; null for any other text, and for a version that is not known. */
export function readHandOffBlock(text: string): HandOffPacket | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const read = blockSchema.safeParse(json);
  if (!read.success) return null;
  return toPacket(read.data);
}
