import type { SnField } from './field';
import { INCIDENT_FIELDS, plain, references } from './incident-fields';

export interface TableDefinition {
  readonly name: string;
  readonly label: string;
  readonly fields: readonly SnField[];
  /** Field that stands for the row where people see a reference to it. */
  readonly display: string;
  /** Fields that never change and are looked up by value. */
  readonly indexed: readonly string[];
  /** Fields that rows are read in the order of. */
  readonly sorted: readonly string[];
}

const CHANGED = {
  GUID: 'sys_id',
  integer: 'sys_mod_count',
  glide_date_time: 'sys_created_on sys_updated_on',
} as const;
const CHANGERS = 'sys_created_by sys_updated_by';
const CREATED = { GUID: 'sys_id', glide_date_time: 'sys_created_on' } as const;

/** The tables that the instance has; `task` and its like are reached through `incident`. */
export const TABLE_DEFINITIONS: readonly TableDefinition[] = [
  {
    name: 'incident',
    label: 'Incident',
    fields: INCIDENT_FIELDS,
    display: 'number',
    indexed: ['number'],
    sorted: ['sys_updated_on', 'sys_created_on', 'opened_at'],
  },
  {
    name: 'sys_audit',
    label: 'Sys Audit',
    fields: plain('sys_audit', {
      ...CREATED,
      string:
        'tablename fieldname documentkey oldvalue newvalue user reason internal_checkpoint sys_created_by',
      integer: 'record_checkpoint',
    }),
    display: 'fieldname',
    indexed: ['documentkey'],
    sorted: ['sys_created_on'],
  },
  {
    name: 'sys_audit_delete',
    label: 'Audit Deleted Record',
    fields: plain('sys_audit_delete', {
      ...CHANGED,
      string: `tablename documentkey display_value user payload ${CHANGERS}`,
    }),
    display: 'display_value',
    indexed: ['documentkey'],
    sorted: ['sys_created_on', 'sys_updated_on'],
  },
  {
    name: 'sys_journal_field',
    label: 'Journal Entry',
    fields: plain('sys_journal_field', {
      ...CREATED,
      string: 'name element element_id value sys_created_by sys_tags',
    }),
    display: 'element',
    indexed: ['element_id'],
    sorted: ['sys_created_on'],
  },
  {
    name: 'task_sla',
    label: 'Task SLA',
    fields: [
      ...plain('task_sla', {
        ...CHANGED,
        integer: 'sys_mod_count business_percentage percentage',
        glide_date_time:
          'sys_created_on sys_updated_on start_time end_time pause_time planned_end_time original_breach_time',
        string: `stage timezone sys_tags ${CHANGERS}`,
        boolean: 'active has_breached',
        glide_duration:
          'pause_duration business_pause_duration duration business_duration time_left business_time_left',
      }),
      ...references('task_sla', { task: 'task', sla: 'contract_sla', schedule: 'cmn_schedule' }),
    ],
    display: 'task',
    indexed: ['task'],
    sorted: ['sys_updated_on'],
  },
  {
    name: 'contract_sla',
    label: 'SLA Definition',
    fields: plain('contract_sla', {
      ...CHANGED,
      string: `name type target collection sys_class_name ${CHANGERS}`,
      boolean: 'active',
      glide_duration: 'duration',
    }),
    display: 'name',
    indexed: ['name'],
    sorted: [],
  },
  {
    name: 'sys_user',
    label: 'User',
    fields: plain('sys_user', {
      ...CHANGED,
      string: `user_name name email time_zone ${CHANGERS}`,
      boolean: 'active locked_out internal_integration_user web_service_access_only',
    }),
    display: 'name',
    indexed: ['user_name', 'name'],
    sorted: ['sys_updated_on'],
  },
  {
    name: 'sys_user_group',
    label: 'Group',
    fields: [
      ...plain('sys_user_group', {
        ...CHANGED,
        string: `name description email ${CHANGERS}`,
        boolean: 'active',
      }),
      ...references('sys_user_group', { manager: 'sys_user', parent: 'sys_user_group' }),
    ],
    display: 'name',
    indexed: ['name'],
    sorted: ['sys_updated_on'],
  },
  {
    name: 'sys_choice',
    label: 'Choice',
    fields: plain('sys_choice', {
      ...CHANGED,
      string: `name element value label language hint ${CHANGERS}`,
      integer: 'sequence sys_mod_count',
      boolean: 'inactive',
    }),
    display: 'label',
    indexed: [],
    sorted: [],
  },
  {
    name: 'sys_dictionary',
    label: 'Dictionary Entry',
    fields: [
      ...plain('sys_dictionary', {
        ...CHANGED,
        string: `name element column_label ${CHANGERS}`,
        integer: 'max_length sys_mod_count',
        boolean: 'active audit mandatory read_only',
      }),
      ...references('sys_dictionary', {
        internal_type: 'sys_glide_object',
        reference: 'sys_db_object',
      }),
    ],
    display: 'column_label',
    indexed: ['name'],
    sorted: [],
  },
  {
    name: 'sys_properties',
    label: 'System Property',
    fields: plain('sys_properties', {
      ...CHANGED,
      string: `name value type description ${CHANGERS}`,
    }),
    display: 'name',
    indexed: ['name'],
    sorted: [],
  },
];

/** A reference to any of these leads to the table that holds such rows here. */
export const TABLE_ALIASES: Readonly<Record<string, string>> = { task: 'incident' };
