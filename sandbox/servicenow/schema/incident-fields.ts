import { field, reference, type FieldType, type SnField } from './field';

type Names = Readonly<Partial<Record<FieldType, string>>>;

const TASK: Names = {
  GUID: 'sys_id',
  string:
    'number state sys_created_by sys_updated_by sys_class_name sys_domain_path sys_tags short_description description approval approval_history approval_set upon_approval upon_reject close_notes contact_type correlation_display correlation_id impact urgency priority escalation watch_list work_notes_list additional_assignee_list group_list user_input task_effective_number time_worked route_reason universal_request',
  integer: 'sys_mod_count reassignment_count order',
  boolean: 'active made_sla knowledge',
  glide_date_time:
    'sys_created_on sys_updated_on opened_at closed_at activity_due due_date expected_start follow_up sla_due work_start work_end',
  glide_duration: 'business_duration calendar_duration',
  journal_input: 'comments work_notes comments_and_work_notes',
};

const TASK_REFERENCES: Readonly<Record<string, string>> = {
  assigned_to: 'sys_user',
  assignment_group: 'sys_user_group',
  business_service: 'cmdb_ci_service',
  closed_by: 'sys_user',
  cmdb_ci: 'cmdb_ci',
  company: 'core_company',
  contract: 'ast_contract',
  delivery_plan: 'sc_cat_item_delivery_plan',
  delivery_task: 'sc_cat_item_delivery_task',
  location: 'cmn_location',
  opened_by: 'sys_user',
  parent: 'task',
  rejection_goto: 'task',
  service_offering: 'service_offering',
  sys_domain: 'sys_user_group',
  wf_activity: 'wf_activity',
};

const INCIDENT: Names = {
  string:
    'incident_state category subcategory close_code hold_reason severity notify cause origin_table origin_id business_impact',
  integer: 'business_stc calendar_stc child_incidents reopen_count',
  glide_date_time: 'resolved_at reopened_time',
};

const INCIDENT_REFERENCES: Readonly<Record<string, string>> = {
  caller_id: 'sys_user',
  caused_by: 'change_request',
  parent_incident: 'incident',
  problem_id: 'problem',
  reopened_by: 'sys_user',
  resolved_by: 'sys_user',
  rfc: 'change_request',
};

export const INCIDENT_FIELDS: readonly SnField[] = [
  ...plain('task', TASK),
  ...references('task', TASK_REFERENCES),
  ...plain('incident', INCIDENT),
  ...references('incident', INCIDENT_REFERENCES),
];

export function plain(definedOn: string, names: Names): readonly SnField[] {
  return Object.entries(names).flatMap(([type, list]) =>
    list.split(' ').map((name) => field(definedOn, type as FieldType, name)),
  );
}

export function references(
  definedOn: string,
  tables: Readonly<Record<string, string>>,
): readonly SnField[] {
  return Object.entries(tables).map(([name, table]) => reference(definedOn, name, table));
}
