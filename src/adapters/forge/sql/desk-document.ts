import { z } from 'zod';

import { OVERRIDE_POLICIES } from '../../../domain/outcome/override-policy';
import type { DeskRow } from '../../../ports/score-store';

export type DeskDocument = Omit<DeskRow, 'version'>;

/** What desks have learnt since the first release, as a desk has it that an older app stored. */
const additionsSchema = z.object({
  name: z.string().nullable().default(null),
  profile: z.object({ pausedStatuses: z.array(z.string()).nullable().default(null) }),
  definitionChanges: z.array(z.unknown()).default([]),
  overridePolicy: z.enum(OVERRIDE_POLICIES).default('project-administrators'),
  escalation: z.unknown().default(null),
  policyProposal: z.unknown().default(null),
  unrecorded: z.array(z.unknown()).default([]),
  knownSince: z.number().nullable().default(null),
  scoredBy: z.number().default(1),
  isLeaving: z.boolean().default(false),
});

/** A desk's document, by this app or an older one. The shape is ours. */
export function toDeskDocument(document: unknown): DeskDocument {
  const stored = document as DeskDocument;
  const { profile, ...additions } = additionsSchema.parse(document);
  return {
    ...stored,
    ...(additions as Partial<DeskDocument>),
    profile: { ...stored.profile, ...profile },
  };
}
