/** Where desks and tickets live. */
export type Source = 'jira' | 'servicenow';

/** Ids of desks and tickets say it themselves: `jira:10001`, `servicenow:<sys_id>` (rule book, section 1). */
export const sourceOf = (id: string): Source =>
  id.startsWith('servicenow:') ? 'servicenow' : 'jira';
