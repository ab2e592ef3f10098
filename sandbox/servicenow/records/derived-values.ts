import { STATE } from '../schema/choices';
import type { Row } from '../schema/field';

/** What the instance adds to a change of an incident by its own rules. */
export function derivedValues(
  before: Readonly<Row>,
  changes: Readonly<Row>,
  { time, bySysId }: { readonly time: string; readonly bySysId: string },
): Row {
  return { ...byState(before, changes, time, bySysId), ...byGroup(before, changes) };
}

function byState(before: Readonly<Row>, changes: Readonly<Row>, time: string, by: string): Row {
  const from = before['state'] ?? '';
  const to = changes['state'] ?? from;
  if (to === from) return {};
  const isActive = to !== STATE.closed && to !== STATE.canceled;
  const isReopened = isDone(from) && !isDone(to) && to !== STATE.canceled;
  return {
    incident_state: to,
    active: String(isActive),
    ...(to === STATE.resolved ? { resolved_at: time, resolved_by: by } : {}),
    ...(isActive ? { closed_at: '', closed_by: '' } : { closed_at: time, closed_by: by }),
    ...(isReopened
      ? {
          reopen_count: String(Number(before['reopen_count'] ?? '0') + 1),
          reopened_time: time,
          reopened_by: by,
          resolved_at: '',
          resolved_by: '',
        }
      : {}),
  };
}

const isDone = (state: string): boolean => state === STATE.resolved || state === STATE.closed;

/** The first group of an incident is no reassignment. */
function byGroup(before: Readonly<Row>, changes: Readonly<Row>): Row {
  const from = before['assignment_group'] ?? '';
  const to = changes['assignment_group'] ?? from;
  if (to === from || from === '') return {};
  return { reassignment_count: String(Number(before['reassignment_count'] ?? '0') + 1) };
}
