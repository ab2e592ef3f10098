/** `internal_type` of the dictionary. */
export type FieldType =
  | 'string'
  | 'integer'
  | 'boolean'
  | 'glide_date_time'
  | 'glide_duration'
  | 'reference'
  | 'journal_input'
  | 'GUID';

export interface SnField {
  readonly name: string;
  readonly type: FieldType;
  /** Table that a reference leads to; null for other types. */
  readonly reference: string | null;
  readonly label: string;
  /** Table whose dictionary has it: a field of `task` is one of `incident`, too. */
  readonly definedOn: string;
}

/** A row as the instance keeps it: database values, all of them text; what is empty may be missing. */
export type Row = Record<string, string>;

export type NewField = Pick<SnField, 'name'> & Partial<Omit<SnField, 'name'>>;

export const field = (definedOn: string, type: FieldType, name: string): SnField => ({
  name,
  type,
  reference: null,
  label: labelOf(name),
  definedOn,
});

export const reference = (definedOn: string, name: string, table: string): SnField => ({
  ...field(definedOn, 'reference', name),
  reference: table,
});

/** `assignment_group` → `Assignment group`. */
export function labelOf(name: string): string {
  const words = name.replace(/^u_/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
