/** Every table that the app may read; `incident` is the one that it writes. */
export const SERVICE_NOW_TABLES = [
  'incident',
  'sys_audit',
  'sys_audit_delete',
  'sys_journal_field',
  'task_sla',
  'sys_user',
  'sys_user_group',
  'sys_choice',
  'sys_dictionary',
] as const;

export type ServiceNowTable = (typeof SERVICE_NOW_TABLES)[number];
