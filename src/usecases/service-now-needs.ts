import type { ProbedTable } from '../ports/instance-probe';

interface TableNeed {
  /** Without them nothing can be scored. */
  readonly required: readonly string[];
  /** Without them figures are less exact. */
  readonly desired: readonly string[];
  /** Whether anything can be scored without the table. */
  readonly isRequired: boolean;
}

/** What the connector reads of an instance, and what of it scoring cannot do without. */
export const SERVICE_NOW_NEEDS: Readonly<Record<ProbedTable, TableNeed>> = {
  incident: {
    isRequired: true,
    required: [
      'sys_id',
      'number',
      'state',
      'category',
      'caller_id',
      'opened_at',
      'resolved_at',
      'sys_created_on',
      'sys_updated_on',
      'sys_mod_count',
    ],
    desired: [
      'hold_reason',
      'caller_id.user_name',
      'short_description',
      'closed_at',
      'close_code',
      'priority',
      'assignment_group',
      'assigned_to',
      'assigned_to.user_name',
      'made_sla',
      'sys_created_by',
      'sys_updated_by',
    ],
  },
  sys_audit: {
    isRequired: true,
    required: [
      'sys_id',
      'documentkey',
      'fieldname',
      'oldvalue',
      'newvalue',
      'user',
      'sys_created_on',
    ],
    desired: ['record_checkpoint'],
  },
  sys_audit_delete: { isRequired: false, required: ['documentkey'], desired: [] },
  sys_journal_field: {
    isRequired: false,
    required: ['sys_id', 'element_id', 'element', 'sys_created_on', 'sys_created_by'],
    desired: [],
  },
  task_sla: {
    isRequired: false,
    required: ['sys_id', 'task', 'stage', 'has_breached'],
    desired: ['pause_duration'],
  },
  sys_user: {
    isRequired: false,
    required: ['sys_id', 'user_name'],
    desired: ['internal_integration_user', 'web_service_access_only'],
  },
  sys_user_group: { isRequired: false, required: ['sys_id', 'name'], desired: [] },
  sys_choice: {
    isRequired: false,
    required: ['element', 'value', 'label'],
    desired: [],
  },
};

/** Every field that is asked of a table. */
export const fieldsOf = (table: ProbedTable): readonly string[] => [
  ...SERVICE_NOW_NEEDS[table].required,
  ...SERVICE_NOW_NEEDS[table].desired,
];
