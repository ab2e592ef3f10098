import type { ScriptAct, ScriptStatus, TicketScript } from '../../ticket-script';
import { FIRST_LINE, teamOf, teamOfCategory, userNameOf } from './incident-people';

/** Fields by name, as somebody saves them on the form. */
export type IncidentValues = Readonly<Record<string, string>>;

const CATEGORIES: Readonly<Record<string, string>> = {
  'Inquiry / Help': 'inquiry',
  Software: 'software',
  Hardware: 'hardware',
  Network: 'network',
  Database: 'database',
};
const PRIORITIES: Readonly<Record<string, string>> = {
  Highest: '1',
  High: '2',
  Medium: '3',
  Low: '4',
};
/** Out of the box; what an agent declines or will not do is no solution. */
const CLOSE_CODES: Readonly<Record<string, string>> = {
  Done: 'Solution provided',
  Duplicate: 'Duplicate',
};
const NO_SOLUTION = 'No resolution provided';
const AWAITING_CALLER = '1';

const STATES: Readonly<Record<ScriptStatus, string>> = {
  'waiting-for-support': '2',
  'in-progress': '2',
  'waiting-for-customer': '3',
  escalated: '2',
  resolved: '6',
  closed: '7',
  canceled: '8',
};

/** As a caller reports it. */
export const reported = (script: TicketScript): IncidentValues => ({
  caller_id: userNameOf(script, { role: 'requester' }),
  short_description: script.summary,
  category: CATEGORIES[script.requestType] ?? 'inquiry',
  priority: PRIORITIES[script.priority] ?? '3',
  contact_type: 'self-service',
  assignment_group: FIRST_LINE,
});

/**
 * What an act of a script is on the form; null for what an incident does not hold: surveys are records of
 * their own.
 */
export function written(script: TicketScript, action: ScriptAct): IncidentValues | null {
  switch (action.kind) {
    case 'comment':
      return { [action.isPublic ? 'comments' : 'work_notes']: action.text };
    case 'assign': {
      const team = teamOf(action.to);
      return {
        assigned_to: userNameOf(script, action.to),
        ...(team === null ? {} : { assignment_group: team }),
      };
    }
    case 'status':
      return {
        state: STATES[action.to],
        hold_reason: action.to === 'waiting-for-customer' ? AWAITING_CALLER : '',
        ...(action.to === 'escalated'
          ? { assignment_group: teamOfCategory(script.requestType), assigned_to: '' }
          : {}),
        ...closing(action.to, action.resolution),
      };
    case 'rate':
      return null;
  }
}

/** A canceled incident has no close code; one that is open again loses its own. */
function closing(to: ScriptStatus, resolution: string | null): IncidentValues {
  if (to === 'canceled') return {};
  const isDone = to === 'resolved' || to === 'closed';
  if (!isDone) return { close_code: '', close_notes: '' };
  if (resolution === null) return {};
  return { close_code: CLOSE_CODES[resolution] ?? NO_SOLUTION, close_notes: resolution };
}

/** A closed incident stays closed: who comes back reports another one. */
export const comesBack = (action: ScriptAct, isClosed: boolean): boolean =>
  isClosed &&
  action.kind === 'status' &&
  action.to !== 'closed' &&
  action.to !== 'resolved' &&
  action.to !== 'canceled';
