import { ok, type Result } from '../../../domain/app-error';
import type { Cache } from '../../../ports/cache';
import type { Clock } from '../../../ports/clock';
import type { ServiceNowConnection } from '../../../ports/service-now-connections';
import type { TicketSnapshot } from '../../../ports/ticket-source';
import { keyedHash } from '../../crypto/node-digest';
import type { ServiceNowApi } from '../client/service-now-api';
import { deskOfIncident } from './desk-of-incident';
import type { IncidentHistory, IncidentRecord } from './incident-records';
import { readInstanceCatalogue, type ChoiceElement } from './instance-catalogue';
import { readHistories } from './read-histories';
import { translateIncident } from './translate-incident';
import { readUserDirectory } from './user-directory';

export interface IncidentReaderDeps {
  readonly cache: Cache;
  readonly clock: Clock;
  readonly readHashKey: () => Promise<string>;
}

/** A connected instance, and the way to ask it. */
export interface OpenInstance {
  readonly connection: ServiceNowConnection;
  readonly api: ServiceNowApi;
}

/** Incidents → tickets with whole histories. Those that belong to no desk are left out. */
export async function snapshotsOf(
  deps: IncidentReaderDeps,
  { connection, api }: OpenInstance,
  incidents: readonly IncidentRecord[],
): Promise<Result<readonly TicketSnapshot[]>> {
  if (incidents.length === 0) return ok([]);
  const read = await readHistories(api, incidents);
  if (!read.ok) return read;
  const histories = read.value.flatMap((history) => {
    const deskId = deskOfIncident(history, connection);
    return deskId === null ? [] : [{ history, deskId }];
  });
  const hashKey = await deps.readHashKey();
  const users = await readUserDirectory({ ...deps, api, hashKey }, usersIn(histories));
  if (!users.ok) return users;
  const { connectionId, mapping, userName } = connection;
  const catalogue = await readInstanceCatalogue(
    { ...deps, api, connectionId, now: deps.clock.now() },
    valuesIn(histories),
  );
  if (!catalogue.ok) return catalogue;
  return ok(
    histories.map(({ history, deskId }): TicketSnapshot => ({
      ...translateIncident(history, {
        ...catalogue.value,
        mapping,
        ownUserName: userName,
        users: users.value,
        hashToken: (token) => keyedHash(hashKey, `subject:${token}`, 64),
        deskId,
      }),
      historyUpTo: history.incident.updatedAt,
    })),
  );
}

interface OfDesk {
  readonly history: IncidentHistory;
  readonly deskId: string;
}

function usersIn(histories: readonly OfDesk[]): {
  readonly userNames: ReadonlySet<string>;
  readonly sysIds: ReadonlySet<string>;
} {
  const userNames = new Set<string>();
  const sysIds = new Set<string>();
  const add = (to: Set<string>, value: string | null): void => {
    if (value !== null) to.add(value);
  };
  for (const { history } of histories) {
    const { caller, createdBy, assignedTo } = history.incident;
    if (caller?.userName === null) sysIds.add(caller.sysId);
    add(userNames, caller?.userName ?? null);
    add(userNames, createdBy);
    add(sysIds, assignedTo);
    for (const { user } of history.journal) add(userNames, user);
    for (const { user, field, oldValue, newValue } of history.audits) {
      add(userNames, user);
      if (field !== 'assigned_to') continue;
      add(sysIds, oldValue);
      add(sysIds, newValue);
    }
  }
  return { userNames, sysIds };
}

function valuesIn(histories: readonly OfDesk[]): {
  readonly choices: readonly (readonly [ChoiceElement, string])[];
  readonly groups: readonly string[];
} {
  const choices = new Map<string, readonly [ChoiceElement, string]>();
  const groups = new Set<string>();
  const choose = (element: ChoiceElement, value: string | null): void => {
    if (value !== null) choices.set(`${element}=${value}`, [element, value]);
  };
  for (const { history } of histories) {
    const { category, priority, closeCode, assignmentGroup } = history.incident;
    choose('category', category);
    choose('priority', priority);
    choose('close_code', closeCode);
    if (assignmentGroup !== null) groups.add(assignmentGroup);
    for (const { field, newValue } of history.audits) {
      if (field === 'close_code') choose('close_code', newValue);
      if (field === 'assignment_group' && newValue !== null) groups.add(newValue);
    }
  }
  return { choices: [...choices.values()], groups: [...groups] };
}
