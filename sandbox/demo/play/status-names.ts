import type { ScriptStatus } from '../ticket-script';

/** The site's names of the demo's statuses. */
export const STATUS_NAMES: Readonly<Record<ScriptStatus, string>> = {
  'waiting-for-support': 'Waiting for support',
  'in-progress': 'In Progress',
  'waiting-for-customer': 'Waiting for customer',
  escalated: 'Escalated',
  resolved: 'Resolved',
  closed: 'Closed',
  canceled: 'Canceled',
};

export const isDone = (status: ScriptStatus): boolean =>
  status === 'resolved' || status === 'closed' || status === 'canceled';
