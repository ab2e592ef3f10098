import { handOffPacket } from '../../src/domain/escalation/hand-off-packet';
import type { HandOffPacket } from '../../src/domain/escalation/packet';
import type { AgentRun } from '../../src/domain/run/agent-run';
import { epochMs } from '../../src/domain/time';
import type { RunRow } from '../../src/ports/run-tables';
import { T0 } from './timeline-builder';

/** A run of 40 s with two tool calls, one of which failed. */
export const aRun = (over: Partial<AgentRun> = {}): AgentRun => ({
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  conversationId: null,
  ticketRef: 'IT-1',
  agentName: 'atlas',
  startedAt: T0,
  endedAt: epochMs(T0 + 40_000),
  isComplete: true,
  result: 'unresolved',
  confidence: 0.62,
  verifiedActions: 1,
  handOffReason: null,
  traceUrl: 'https://traces.example.com/4bf92f35',
  models: ['some-model'],
  inputTokens: 1_200,
  outputTokens: 80,
  costUsd: null,
  modelCalls: 2,
  steps: [
    {
      tool: 'reset_vpn',
      startedAt: epochMs(T0 + 5_000),
      endedAt: epochMs(T0 + 6_200),
      hasFailed: true,
      errorType: 'timeout',
    },
    {
      tool: 'lookup_account',
      startedAt: epochMs(T0 + 7_000),
      endedAt: epochMs(T0 + 7_150),
      hasFailed: false,
      errorType: null,
    },
  ],
  evaluations: [],
  spans: 5,
  ...over,
});

export const aRunRow = (over: Partial<RunRow> = {}): RunRow => ({
  runId: '0123456789abcdef0123456789abcdef',
  agentId: 'bot-account',
  ticketId: 'jira:10000',
  deskId: 'jira:10000',
  formerTicketIds: [],
  receivedAt: epochMs(T0 + 41_000),
  hasAsked: false,
  revision: 5,
  run: aRun(),
  ...over,
});

/** Of one run that was less confident than it had to be. */
export const aPacket = (over: Partial<HandOffPacket> = {}): HandOffPacket => ({
  ...handOffPacket(
    {
      handOffId: 'aaaabbbbccccddddaaaabbbbccccdddd',
      runId: aRunRow().runId,
      reason: 'low-confidence',
      detail: null,
      confidence: 0.62,
      threshold: 0.8,
      decidedAt: epochMs(T0 + 40_000),
    },
    [aRunRow()],
    'Atlas',
  ),
  ...over,
});
