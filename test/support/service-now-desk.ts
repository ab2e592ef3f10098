import { createHash } from 'node:crypto';

import { epochMs, type EpochMs } from '../../src/domain/time';
import type { Actor } from '../../src/domain/timeline/actor';
import type { TicketEvent } from '../../src/domain/timeline/event';
import type { DeskRow } from '../../src/ports/score-store';
import type { ServiceNowConnection } from '../../src/ports/service-now-connections';
import type { TicketSnapshot } from '../../src/ports/ticket-source';
import { applySnapshots } from '../../src/usecases/apply-snapshots';
import { computeRollups } from '../../src/usecases/compute-rollups';
import { newDesk, NO_BACKFILL } from '../../src/usecases/new-desk';
import { HOUR, MINUTE, type AppWorld } from './app-world';
import { deskDeps } from './desk-deps';
import { storeOf } from './stored';

const DAY = 24 * HOUR;

/** A desk of a connected instance, as its tickets are once they are read. */
export interface ServiceNowDesk {
  readonly key: string;
  readonly name: string;
  /** Two tickets each. */
  readonly days: number;
  readonly windowHours?: number;
}

export const ACME: ServiceNowDesk = { key: 'sn-acme', name: 'acme', days: 60 };

/** Of the n-th ticket of a desk. */
export const sysIdOf = (key: string, n: number): string =>
  createHash('md5')
    .update(`${key} ${String(n)}`)
    .digest('hex');

const agent: Actor = { id: 'now-assist', kind: 'ai-agent' };
const person: Actor = { id: 'fred.luddy', kind: 'human-agent' };
const rule: Actor = { id: 'system', kind: 'automation' };

type Act = readonly [minutes: number, kind: 'says' | 'resolves', actor: Actor];
const LIVES: readonly (readonly Act[])[] = [
  [
    [1, 'says', agent],
    [4, 'resolves', agent],
  ],
  [
    [1, 'says', agent],
    [50, 'says', person],
    [240, 'resolves', person],
  ],
  [
    [30, 'says', person],
    [400, 'resolves', person],
  ],
  [
    [1, 'says', agent],
    [600, 'resolves', rule],
  ],
  [],
];

/** Puts the desk with its tickets of the last days into the app's store, all figures computed. */
export async function addServiceNowDesk(
  world: AppWorld,
  { key, name, days, windowHours }: ServiceNowDesk = ACME,
): Promise<DeskRow> {
  const store = storeOf(world);
  const nowMs = world.clock.now();
  const deps = deskDeps({ store, site: world.site, nowMs, actors: [] });
  const opened = Array.from({ length: days * 2 }, (_, n) =>
    epochMs(nowMs - days * DAY + n * 12 * HOUR + (n % 7) * MINUTE),
  );
  const start = newDesk(
    { deskId: `servicenow:${key}`, key, name, timeZone: 'UTC' },
    epochMs(nowMs),
  );
  const desk: DeskRow = {
    ...start,
    definition: { ...start.definition, ...(windowHours !== undefined && { windowHours }) },
    backfill: {
      ...NO_BACKFILL,
      status: 'done',
      ticketsDone: opened.length,
      startedAt: epochMs(nowMs),
      finishedAt: epochMs(nowMs),
      completeFrom: opened[0] ?? null,
    },
  };
  await store.saveDesk(desk);
  await applySnapshots(
    deps,
    desk,
    opened.map((at, n) => snapshotOf({ key, n, openedAt: at, nowMs })),
  );
  const stored = await store.readDesk(desk.deskId);
  if (stored === null) throw new Error('The desk was stored');
  await computeRollups(deps, stored, { remainingMs: () => Infinity });
  return stored;
}

function snapshotOf({
  key,
  n,
  openedAt,
  nowMs,
}: {
  readonly key: string;
  readonly n: number;
  readonly openedAt: EpochMs;
  readonly nowMs: number;
}): TicketSnapshot {
  const acts = (LIVES[n % LIVES.length] ?? [])
    .map(([minutes, kind, actor]) => eventOf(kind, actor, epochMs(openedAt + minutes * MINUTE)))
    .filter(({ at }) => at < nowMs);
  const last = acts.at(-1);
  return {
    ticket: {
      id: `servicenow:${sysIdOf(key, n)}`,
      source: 'servicenow',
      desk: `servicenow:${key}`,
      key: `INC${String(10_001 + n).padStart(7, '0')}`,
      requestType: n % 2 === 0 ? 'Network' : 'Software',
      priority: ['1 - Critical', '3 - Moderate'][n % 2] ?? null,
      requester: `caller-${String(n)}`,
      subject: [],
      openedAt,
      nativeResolvedAt: last?.kind === 'status' ? last.at : null,
    },
    events: acts.map((event, i) => ({ origin: 'history', key: String(i), event })),
    historyUpTo: epochMs(nowMs),
  };
}

const eventOf = (kind: Act[1], actor: Actor, at: EpochMs): TicketEvent =>
  kind === 'says'
    ? { kind: 'comment', visibility: 'public', actor, at }
    : {
        kind: 'status',
        at,
        actor,
        status: 'Resolved',
        category: 'done',
        paused: false,
        resolution: 'Solved (Permanently)',
      };

/** Connects the site to the instance `acme`, whose desks members of these groups may see. */
export function connectAcme(
  { host, clock }: AppWorld,
  viewerGroups: ServiceNowConnection['viewerGroups'],
): void {
  const connection: ServiceNowConnection = {
    connectionId: 'acme',
    origin: 'https://acme.service-now.com',
    auth: 'oauth',
    userName: 'firstline',
    connectedAt: epochMs(clock.now()),
    connectedBy: 'site-admin',
    timeZone: 'UTC',
    mapping: {
      states: [
        { value: '1', label: 'New', category: 'new', paused: false },
        { value: '3', label: 'On Hold', category: 'indeterminate', paused: true },
        { value: '6', label: 'Resolved', category: 'done', paused: false },
      ],
      pausingHoldReasons: [],
      groups: [{ sysId: 'a'.repeat(32), name: 'Network' }],
      verdictField: null,
      writesWorkNotes: false,
    },
    writesBackSince: null,
    viewerGroups,
    version: 1,
  };
  host.kvs.put('plain', 'settings:servicenow', JSON.stringify(connection), null);
}

export const disconnectAcme = ({ host }: AppWorld): void => {
  host.kvs.delete('plain', 'settings:servicenow');
};
