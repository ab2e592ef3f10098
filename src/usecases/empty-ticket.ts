import type { StoredTicket } from '../ports/score-store';
import { NO_AUDIT } from './append-audit';

/** A ticket of which nothing has been stored yet, its facts aside. */
export const EMPTY_TICKET: Omit<StoredTicket, 'ticket'> = {
  events: [],
  deletedComments: [],
  undoneOverrides: [],
  owedAudit: [],
  version: 0,
  isSettled: false,
  isTagged: false,
  settledVerdicts: [],
  settledFacts: null,
  tagFingerprint: null,
  historyUpTo: null,
  needsSnapshot: false,
  deletedAt: null,
  ...NO_AUDIT,
};
