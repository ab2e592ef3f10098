import type { ServiceNowInstance } from '../../../servicenow/instance';
import type { PastWrite } from '../../../servicenow/records/import-incident';
import type { ScriptAct, TicketScript } from '../../ticket-script';
import type { Stage } from '../stage';
import { userNameOf } from './incident-people';
import { comesBack, reported, written } from './incident-writes';

const CLOSED = '7';

/** An instance as a stage: tickets are incidents, and are called by their numbers. */
export const createServiceNowStage = (instance: ServiceNowInstance): Stage => ({
  importPast(script, nowMs) {
    const incidents = incidentsOf(script, nowMs).map(({ openedAtMs, updates }) => ({
      openedAtMs,
      number: instance.importIncident({
        created: {
          atMs: openedAtMs,
          by: userNameOf(script, { role: 'requester' }),
          values: reported(script),
        },
        updates,
      }).number,
    }));
    const keyAt = (atMs: number): string =>
      incidents.findLast(({ openedAtMs }) => openedAtMs <= atMs)?.number ?? '';
    return { key: keyAt(nowMs), keyAt };
  },

  open: (script) => open(instance, script),

  act(script, action, number) {
    const values = written(script, action);
    const incident = instance.reading.incident(number);
    if (incident === null) throw new Error(`${number} is no longer there`);
    if (values === null) return number;
    if (comesBack(action, incident['state'] === CLOSED)) return open(instance, script);
    instance.acting.update(actorOf(script, action), incident['sys_id'] ?? '', values);
    return number;
  },
});

const open = (instance: ServiceNowInstance, script: TicketScript): string =>
  instance.acting.create(userNameOf(script, { role: 'requester' }), reported(script)).number;

const actorOf = (script: TicketScript, action: ScriptAct): string =>
  userNameOf(script, action.kind === 'rate' ? { role: 'requester' } : action.by);

interface PastIncident {
  readonly openedAtMs: number;
  readonly updates: PastWrite[];
}

/** A ticket's past, cut where its requester came back after it was closed. */
function incidentsOf(script: TicketScript, nowMs: number): readonly PastIncident[] {
  let current: PastIncident = { openedAtMs: script.openedAtMs, updates: [] };
  const incidents = [current];
  let isClosed = false;
  for (const action of script.actions) {
    if (action.atMs > nowMs) break;
    if (action.kind === 'run') continue;
    if (comesBack(action, isClosed)) {
      current = { openedAtMs: action.atMs, updates: [] };
      incidents.push(current);
      isClosed = false;
      continue;
    }
    const values = written(script, action);
    if (values === null) continue;
    if (action.kind === 'status') isClosed = action.to === 'closed';
    current.updates.push({ atMs: action.atMs, by: actorOf(script, action), values });
  }
  return incidents;
}
