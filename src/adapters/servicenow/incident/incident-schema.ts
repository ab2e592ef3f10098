import { z } from 'zod';

import {
  snBoolean,
  snInteger,
  snReference,
  snSysId,
  snText,
  snTime,
} from '../client/record-values';
import {
  AUDITED_FIELDS,
  type AuditRecord,
  type IncidentRecord,
  type JournalRecord,
  type SlaRecord,
} from './incident-records';

/** Of the whole record these and no others: no text is read but the short description, for its hash. */
export const INCIDENT_FIELDS = [
  'sys_id',
  'number',
  'state',
  'hold_reason',
  'category',
  'caller_id',
  'caller_id.user_name',
  'short_description',
  'opened_at',
  'resolved_at',
  'closed_at',
  'close_code',
  'priority',
  'assignment_group',
  'assigned_to',
  'sys_created_on',
  'sys_created_by',
  'sys_updated_on',
  'sys_updated_by',
  'sys_mod_count',
  'made_sla',
] as const;

/** A field that access rules hide is missing; what no timeline can do without must be there. */
const optionalText = snText.optional().transform((text) => text ?? null);
const optionalTime = snTime.optional().transform((at) => at ?? null);
const present = <T>(value: T | null, context: z.RefinementCtx): T => {
  if (value !== null) return value;
  context.addIssue({ code: 'custom', message: 'is empty' });
  return z.NEVER;
};
const time = snTime.transform(present);
const text = snText.transform(present);

export const incidentSchema = z
  .object({
    sys_id: snSysId,
    number: optionalText,
    state: text,
    hold_reason: optionalText,
    category: optionalText,
    caller_id: snReference.optional(),
    'caller_id.user_name': optionalText,
    short_description: optionalText,
    opened_at: optionalTime,
    resolved_at: optionalTime,
    closed_at: optionalTime,
    close_code: optionalText,
    priority: optionalText,
    assignment_group: optionalText,
    assigned_to: optionalText,
    sys_created_on: time,
    sys_created_by: optionalText,
    sys_updated_on: time,
    sys_updated_by: optionalText,
    sys_mod_count: snInteger.transform(present),
    made_sla: snBoolean.optional(),
  })
  .transform((row): IncidentRecord => ({
    sysId: row.sys_id,
    number: row.number,
    state: row.state,
    holdReason: row.hold_reason,
    category: row.category,
    caller:
      row.caller_id == null ? null : { sysId: row.caller_id, userName: row['caller_id.user_name'] },
    shortDescription: row.short_description,
    openedAt: row.opened_at ?? row.sys_created_on,
    resolvedAt: row.resolved_at,
    closedAt: row.closed_at,
    closeCode: row.close_code,
    priority: row.priority,
    assignmentGroup: row.assignment_group,
    assignedTo: row.assigned_to,
    createdAt: row.sys_created_on,
    createdBy: row.sys_created_by,
    updatedAt: row.sys_updated_on,
    updatedBy: row.sys_updated_by,
    modCount: row.sys_mod_count,
    madeSla: row.made_sla ?? null,
  }));

export const AUDIT_FIELDS = [
  'sys_id',
  'documentkey',
  'fieldname',
  'oldvalue',
  'newvalue',
  'user',
  'sys_created_on',
  'record_checkpoint',
] as const;

export const auditSchema = z
  .object({
    sys_id: snSysId,
    documentkey: text,
    fieldname: z.enum(AUDITED_FIELDS),
    oldvalue: optionalText,
    newvalue: optionalText,
    user: optionalText,
    sys_created_on: time,
    record_checkpoint: snInteger.optional(),
  })
  .transform((row): AuditRecord => ({
    sysId: row.sys_id,
    incidentId: row.documentkey,
    field: row.fieldname,
    oldValue: row.oldvalue,
    newValue: row.newvalue,
    user: row.user,
    at: row.sys_created_on,
    checkpoint: row.record_checkpoint ?? null,
  }));

export const JOURNAL_FIELDS = [
  'sys_id',
  'element',
  'element_id',
  'sys_created_on',
  'sys_created_by',
] as const;

export const journalSchema = z
  .object({
    sys_id: snSysId,
    element: z.enum(['comments', 'work_notes']),
    element_id: text,
    sys_created_on: time,
    sys_created_by: optionalText,
  })
  .transform((row): JournalRecord => ({
    sysId: row.sys_id,
    incidentId: row.element_id,
    isPublic: row.element === 'comments',
    user: row.sys_created_by,
    at: row.sys_created_on,
  }));

export const SLA_FIELDS = ['task', 'has_breached'] as const;

export const slaSchema = z
  .object({ task: snReference, has_breached: snBoolean })
  .transform(({ task, has_breached }): SlaRecord => ({
    incidentId: task ?? '',
    hasBreached: has_breached === true,
  }));
