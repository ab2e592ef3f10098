import { DEFAULT_DEFINITION } from '../domain/outcome/definition';
import type { EpochMs } from '../domain/time';
import { sourceOf } from '../domain/timeline/source';
import type { BackfillState, DeskRow } from '../ports/score-store';
import type { SourceDesk } from '../ports/ticket-source';

export const NO_BACKFILL: BackfillState = {
  status: 'none',
  cursor: null,
  ticketsDone: 0,
  ticketsTotal: null,
  ticketsUnreadable: 0,
  startedAt: null,
  finishedAt: null,
  completeFrom: null,
  problem: null,
};

/**
 * Raised when more is kept of a ticket than before: every desk is judged and written again once.
 * 2: doubtful actors. 3: the key, by which runs find their tickets.
 */
export const SCORER_VERSION = 3;

/** A desk as it starts: the rule book's default definition, the site's clock, nothing read yet. */
export const newDesk = (
  { deskId, key, name, timeZone }: SourceDesk,
  knownSince: EpochMs | null = null,
): DeskRow => ({
  deskId,
  source: sourceOf(deskId),
  key,
  name: name ?? null,
  profile: { timeZone, calendar: null, pausedStatuses: null },
  definition: DEFAULT_DEFINITION,
  definitionVersion: 1,
  definitionChanges: [],
  overridePolicy: 'project-administrators',
  escalation: null,
  policyProposal: null,
  unrecorded: [],
  knownSince,
  standing: null,
  backfill: NO_BACKFILL,
  rescore: null,
  taggedInBulk: null,
  reconciledTo: null,
  scoredBy: SCORER_VERSION,
  isLeaving: false,
  version: 0,
});
