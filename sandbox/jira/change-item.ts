import { JSM_FIELDS } from './catalogue';
import type { HistoryItem } from './model';

interface Side {
  /** Null where Jira tells only the text, e.g. of a summary. */
  readonly id: string | null;
  readonly name: string;
}

export interface FieldChange {
  readonly field:
    'status' | 'resolution' | 'assignee' | 'priority' | 'reporter' | 'summary' | 'Request Type';
  readonly from: Side | null;
  readonly to: Side | null;
}

/** One line of a changelog, as Jira writes it. */
export function changeItem({ field, from, to }: FieldChange): HistoryItem {
  const isCustom = field === 'Request Type';
  return {
    field,
    fieldtype: isCustom ? 'custom' : 'jira',
    fieldId: isCustom ? JSM_FIELDS.requestType.id : field,
    from: from?.id ?? null,
    fromString: from?.name ?? null,
    to: to?.id ?? null,
    toString: to?.name ?? null,
  };
}
