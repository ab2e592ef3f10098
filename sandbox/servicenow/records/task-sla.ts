import { fromInstanceTime, toInstanceDuration, toInstanceTime } from '../instance-time';
import { STATE } from '../schema/choices';
import type { Row } from '../schema/field';
import type { Writing } from './write-incident';

const HOUR_MS = 3_600_000;
/** Goals of the resolution by priority, in hours around the clock. */
const GOAL_HOURS: Readonly<Record<string, number>> = { 1: 4, 2: 8, 3: 24, 4: 72, 5: 120 };

/**
 * Keeps an incident's SLA on its resolution: it begins with the incident, pauses on hold and ends when it
 * is resolved. An incident whose `made_sla` is false has missed it, whatever the clock says.
 */
export function followSla({ store, atMs, by }: Writing, incident: Row): void {
  const table = store.table('task_sla');
  const sysId = incident['sys_id'] ?? '';
  const known = table.withValue('task', sysId)?.[0];
  const time = toInstanceTime(atMs);
  const sla = known ?? store.append('task_sla', firstValues(store, incident, { time, by }));
  const startMs = fromInstanceTime(sla['start_time'] ?? '') ?? atMs;
  const wasPausedMs = pausedMs(sla);
  const pausedFromMs = fromInstanceTime(sla['pause_time'] ?? '');
  const isPaused = incident['state'] === STATE.onHold;
  const stage = stageOf(incident, isPaused);
  const isEnded = stage === 'completed' || stage === 'cancelled';
  const nowPausedMs =
    wasPausedMs + (pausedFromMs !== null && !isPaused ? Math.max(0, atMs - pausedFromMs) : 0);
  const ranMs = Math.max(0, (isPaused ? (pausedFromMs ?? atMs) : atMs) - startMs - nowPausedMs);
  const percentage = Math.round((100 * ranMs) / goalMs(incident));
  const hasBreached =
    sla['has_breached'] === 'true' || incident['made_sla'] === 'false' || percentage > 100;
  if (hasBreached && incident['made_sla'] !== 'false') {
    store.incidents.change(incident, { made_sla: 'false' });
  }
  if (sla['stage'] === stage && sla['has_breached'] === String(hasBreached)) return;
  table.change(sla, {
    stage,
    active: String(!isEnded),
    has_breached: String(hasBreached),
    end_time: isEnded ? time : '',
    pause_time: isPaused ? toInstanceTime(pausedFromMs ?? atMs) : '',
    pause_duration: toInstanceDuration(nowPausedMs),
    business_pause_duration: toInstanceDuration(nowPausedMs),
    duration: toInstanceDuration(ranMs),
    business_duration: toInstanceDuration(ranMs),
    percentage: String(percentage),
    business_percentage: String(percentage),
    planned_end_time: toInstanceTime(startMs + nowPausedMs + goalMs(incident)),
    sys_updated_on: time,
    sys_updated_by: by,
    sys_mod_count: String(Number(sla['sys_mod_count']) + 1),
  });
}

function firstValues(
  store: Writing['store'],
  incident: Row,
  { time, by }: { readonly time: string; readonly by: string },
): Row {
  const priority = incident['priority'] ?? '';
  const name = `Priority ${priority || 'unknown'} resolution`;
  const contract = store.addContractSla(name, 'resolution', toInstanceDuration(goalMs(incident)));
  const startTime = incident['opened_at'] || time;
  return {
    task: incident['sys_id'] ?? '',
    sla: contract['sys_id'] ?? '',
    stage: '',
    active: 'true',
    has_breached: 'false',
    start_time: startTime,
    pause_duration: toInstanceDuration(0),
    original_breach_time: toInstanceTime((fromInstanceTime(startTime) ?? 0) + goalMs(incident)),
    sys_created_on: time,
    sys_created_by: by,
    sys_mod_count: '-1',
  };
}

function stageOf(incident: Row, isPaused: boolean): string {
  const state = incident['state'];
  if (state === STATE.resolved || state === STATE.closed) return 'completed';
  if (state === STATE.canceled) return 'cancelled';
  return isPaused ? 'paused' : 'in_progress';
}

const goalMs = (incident: Row): number =>
  (GOAL_HOURS[incident['priority'] ?? ''] ?? GOAL_HOURS['5'] ?? 0) * HOUR_MS;

const pausedMs = (sla: Row): number => fromInstanceTime(sla['pause_duration'] ?? '') ?? 0;
