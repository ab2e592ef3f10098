import { NO_TARGET } from '../../src/domain/escalation/policy';
import { epochMs } from '../../src/domain/time';
import type { HandOffRow } from '../../src/ports/score-store';
import { T0 } from './timeline-builder';

/** A hand-off that nobody has begun, of the ticket `jira:1`. */
export const aHandOff = (over: Partial<HandOffRow> = {}): HandOffRow => ({
  handOffId: '1'.padStart(32, '0'),
  ticketId: 'jira:1',
  deskId: 'jira:10000',
  runId: 'a'.repeat(32),
  agentId: 'bot-account',
  reason: 'low-confidence',
  detail: 'It\'s "Übergabe" \\ 😀',
  confidence: 0.625,
  threshold: 0.8,
  policyVersion: 3,
  target: { ...NO_TARGET, label: 'ai-hand-off', group: { fieldId: 'customfield_1', name: 'N' } },
  decidedAt: epochMs(T0 + 1),
  step: 'due',
  commentId: null,
  problem: null,
  attempts: 0,
  leasedUntil: null,
  version: 0,
  ...over,
});
