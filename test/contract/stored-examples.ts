import { deskDay, durationMs, epochMs } from '../../src/domain/time';
import type {
  DerivedFacts,
  EpisodeRow,
  StoredTicket,
  TicketWrite,
} from '../../src/ports/score-store';
import { T0 } from '../support/timeline-builder';

export const DESK = 'jira:10000';
export const day = deskDay('2026-03-02');

export const aTicket = (id: string, over: Partial<StoredTicket> = {}): StoredTicket => ({
  ticket: {
    id,
    source: 'jira',
    desk: DESK,
    key: 'IT-1',
    requestType: 'VPN',
    priority: 'Medium',
    requester: 'r-1',
    subject: ['aa', 'bb'],
    openedAt: T0,
    nativeResolvedAt: null,
  },
  events: [],
  deletedComments: [],
  undoneOverrides: [],
  owedAudit: [],
  version: 1,
  isSettled: true,
  isTagged: true,
  settledVerdicts: [],
  settledFacts: null,
  tagFingerprint: null,
  historyUpTo: null,
  needsSnapshot: false,
  auditSeq: 0,
  auditHash: '',
  deletedAt: null,
  ...over,
});
export const facts: DerivedFacts = {
  openedDay: day,
  contactKey: 'contact',
  lastResolvedAt: null,
  isOpen: true,
  reopenMoves: 0,
};
export const aWrite = (
  id: string,
  over: Partial<StoredTicket> = {},
  factsOver: Partial<DerivedFacts> = {},
): TicketWrite => ({ next: aTicket(id, over), facts: { ...facts, ...factsOver } });

export const anEpisode = (ticketId: string, over: Partial<EpisodeRow> = {}): EpisodeRow => ({
  ticketId,
  deskId: DESK,
  requestType: 'VPN',
  priority: null,
  day,
  definitionVersion: 1,
  doubtfulActors: [],
  ordinal: 0,
  openedAt: T0,
  resolvedAt: epochMs(T0 + 60_000),
  outcome: 'pending',
  rule: 'pending',
  reason: null,
  evidence: 'assumed',
  firstContact: true,
  decidedAt: epochMs(T0 + 60_000),
  maturesAt: epochMs(T0 + 100_000),
  aiAgentId: 'bot',
  confidence: 0.91,
  isTouchedByUnknown: false,
  hasRepeatContact: null,
  rating: 4.5,
  episodeMs: durationMs(60_000),
  activeMs: durationMs(60_000),
  businessMs: null,
  machineMs: durationMs(1),
  ...over,
});
