import type { HandOffReason } from '../../domain/escalation/decision';
import type { HandOffPacket } from '../../domain/escalation/packet';

/* What people read of a hand-off, in English: a comment has one language, whoever reads it. */

export const REASONS: Readonly<Record<HandOffReason, string>> = {
  'risk-never': 'requests of this type belong to people',
  'agent-escalated': 'the agent gave it up',
  'tool-not-allowed': 'the agent used a tool that is not allowed here',
  'risk-supervised': 'people confirm every attempt at requests of this type',
  'too-many-attempts': 'the agent has tried as often as it may',
  'too-long': 'the agent has taken as long as it may',
  'no-confidence': 'the agent did not report its confidence',
  'low-confidence': 'the confidence was below the threshold',
};

export function confidenceWords(confidence: number | null, threshold: number | null): string {
  if (threshold === null) return perCent(confidence);
  return `${perCent(confidence)} (threshold ${perCent(threshold)})`;
}

export const cutWords = ({ runs, steps }: HandOffPacket['leftOut']): string =>
  `Left out for want of room: ${count(runs, 'earlier attempt')}, ${count(steps, 'earlier step')}.`;

/** With decimals as far as they are needed: 79.6 % must not read as 80 %. */
export const perCent = (share: number | null): string =>
  share === null ? 'not reported' : `${String(Math.round(share * 10_000) / 100)} %`;

export const count = (n: number, thing: string): string => `${n} ${thing}${n === 1 ? '' : 's'}`;
export const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);

export const time = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

export function duration(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.floor((ms % 60_000) / 1_000)} s`;
}

/** Nothing but https: a sender of telemetry must not put other links into tickets. */
export const isHttps = (url: string | null): url is string =>
  url !== null && URL.canParse(url) && new URL(url).protocol === 'https:';
