import { epochMs, HOUR_MS, type EpochMs } from '../../src/domain/time';
import type { Actor } from '../../src/domain/timeline/actor';
import type { StatusEvent, TicketEvent } from '../../src/domain/timeline/event';
import type { Timeline } from '../../src/domain/timeline/ticket';

export const T0 = epochMs(Date.parse('2026-03-02T09:00:00Z'));

/** Hours after the ticket was opened. */
export const hours = (count: number): EpochMs => epochMs(T0 + count * HOUR_MS);

export const bot: Actor = { id: 'bot', kind: 'ai-agent' };
export const human: Actor = { id: 'h-1', kind: 'human-agent' };
export const requester: Actor = { id: 'r-1', kind: 'requester' };
export const rule: Actor = { id: 'rule', kind: 'automation' };
export const stranger: Actor = { id: 'x', kind: 'unknown' };

export const reply = (actor: Actor, at: number): TicketEvent => ({
  kind: 'comment',
  visibility: 'public',
  actor,
  at: hours(at),
});

export const note = (actor: Actor, at: number): TicketEvent => ({
  kind: 'comment',
  visibility: 'internal',
  actor,
  at: hours(at),
});

export const status = (
  actor: Actor,
  at: number,
  change: Partial<Omit<StatusEvent, 'kind' | 'at' | 'actor'>> = {},
): TicketEvent => ({
  kind: 'status',
  status: 'In progress',
  category: 'indeterminate',
  paused: false,
  resolution: null,
  actor,
  at: hours(at),
  ...change,
});

export const resolve = (actor: Actor, at: number, resolution = 'Done'): TicketEvent =>
  status(actor, at, { status: 'Resolved', category: 'done', resolution });

export const waitForRequester = (actor: Actor, at: number): TicketEvent =>
  status(actor, at, { status: 'Waiting for customer', paused: true });

export const aTimeline = (
  events: readonly TicketEvent[],
  facts: Partial<Timeline> = {},
): Timeline => ({
  id: 'jira:1',
  source: 'jira',
  desk: 'IT',
  key: 'IT-1',
  requestType: 'VPN',
  priority: 'Medium',
  requester: 'r-1',
  subject: [],
  openedAt: T0,
  nativeResolvedAt: null,
  events,
  ...facts,
});
