import type { CredentialView, TelemetryStatus, WaitingHandOff } from '../../../../src/contract';
import { AS_OF } from './administration-builder';

/** An agent's telemetry with nothing in it. */
export const someTelemetry = (some: Partial<TelemetryStatus> = {}): TelemetryStatus => ({
  asOf: AS_OF,
  endpoint: 'https://site.example.com/public/abc',
  credentials: [],
  unmatched: [],
  handOffs: [],
  ...some,
});

export const someUnmatched = (
  agentId: string,
  runs: number,
): TelemetryStatus['unmatched'][number] => ({
  agentId,
  agentName: null,
  runs,
  lastReceivedAt: '2026-03-10T08:00:00.000Z',
});

export const aWaiting = (
  handOffId: string,
  some: Partial<WaitingHandOff> = {},
): WaitingHandOff => ({
  handOffId,
  issueId: `1000${handOffId}`,
  record: null,
  reason: 'low-confidence',
  decidedAt: '2026-03-10T06:00:00.000Z',
  step: 'due',
  problem: null,
  attempts: 0,
  ...some,
});

export const aCredential = (
  credentialId: string,
  some: Partial<CredentialView> = {},
): CredentialView => ({
  credentialId,
  agentId: 'bot',
  agentName: 'Atlas',
  label: `Atlas ${credentialId}`,
  createdAt: '2026-03-01T09:00:00.000Z',
  createdBy: 'admin-1',
  rotatedAt: null,
  revokedAt: null,
  lastUsedAt: null,
  formerSecretUntil: null,
  traceUrlTemplate: null,
  ...some,
});
