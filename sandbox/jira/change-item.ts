import { JSM_FIELDS, SUPPORT_GROUP_FIELD } from './catalogue';
import type { HistoryItem } from './model';

export interface Side {
  /** Null where Jira tells only the text, e.g. of a summary. */
  readonly id: string | null;
  readonly name: string;
}

export interface FieldChange {
  readonly field:
    | 'status'
    | 'resolution'
    | 'assignee'
    | 'priority'
    | 'reporter'
    | 'summary'
    | 'labels'
    | 'Request Type'
    | 'Support group';
  readonly from: Side | null;
  readonly to: Side | null;
}

const CUSTOM_FIELD_IDS: Readonly<Record<string, string>> = {
  [JSM_FIELDS.requestType.name]: JSM_FIELDS.requestType.id,
  [SUPPORT_GROUP_FIELD.name]: SUPPORT_GROUP_FIELD.id,
};

/** One line of a changelog, as Jira writes it. */
export function changeItem({ field, from, to }: FieldChange): HistoryItem {
  const customId = CUSTOM_FIELD_IDS[field];
  return {
    field,
    fieldtype: customId === undefined ? 'jira' : 'custom',
    fieldId: customId ?? field,
    from: from?.id ?? null,
    fromString: from?.name ?? null,
    to: to?.id ?? null,
    toString: to?.name ?? null,
  };
}
