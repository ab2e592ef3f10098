import { z } from 'zod';

import { HAND_OFF_REASONS } from '../../src/domain/escalation/decision';
import type { HandOffPacket } from '../../src/domain/escalation/packet';
import { epochMs } from '../../src/domain/time';

const timeSchema = z.iso.datetime().transform((text) => epochMs(Date.parse(text)));
const shareSchema = z.number().min(0).max(1).nullable();

const packetSchema = z.object({
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

const envelopeSchema = z.object({
  format: z.literal('firstline-hand-off'),
  version: z.literal(1),
});

/** A program's reading of a hand-off's block: the packet; null for any other text or version. */
export function readHandOffBlock(text: string): HandOffPacket | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (!envelopeSchema.safeParse(json).success) return null;
  return packetSchema.safeParse(json).data ?? null;
}
