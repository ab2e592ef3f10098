import { shownTime } from '../instance-time';
import { findPath, type PathEnd } from '../query/read-path';
import type { Row } from '../schema/field';
import type { InstanceStore } from '../store';
import type { Table } from '../table';
import type { InstanceContext, SnUser } from './context';
import type { ListParameters } from './read-parameters';

type Values = Readonly<Record<string, string>>;
type Json = string | Values;
type Asked = Pick<ListParameters, 'fields' | 'displayValue' | 'leavesOutLinks'>;

/** Writes rows of a table as the parameters ask. Fields that are unknown or hidden are left out. */
export function recordWriter(
  table: Table,
  asked: Asked,
  {
    root,
    user,
    context,
  }: { readonly root: string; readonly user: SnUser; readonly context: InstanceContext },
): (row: Row) => Readonly<Record<string, Json>> {
  const { store, rules } = context;
  const names = asked.fields ?? [...table.fields.keys()];
  const columns = names.flatMap((name) => {
    const end = findPath(table, name.trim(), store.findTable);
    const isReadable = end?.steps.every((step) =>
      rules.mayReadField(step.table.name, step.field.name, user),
    );
    return end === null || isReadable !== true ? [] : [[name.trim(), writer(end)] as const];
  });
  return (row) => Object.fromEntries(columns.map(([name, write]) => [name, write(row)]));

  function writer(end: PathEnd): (row: Row) => Json {
    const { field, valueOf, rowOf } = end;
    const display = (row: Row): string =>
      displayOf(end, { store, timeZone: context.timeZone, value: valueOf(row), row: rowOf(row) });
    const linked = (value: string, rest: Values): Values => ({
      link: `${root}/${field.reference ?? ''}/${value}`,
      ...rest,
    });
    const hasLink = field.reference !== null && !asked.leavesOutLinks;
    switch (asked.displayValue) {
      case 'false':
        return (row) => {
          const value = field.type === 'journal_input' ? '' : valueOf(row);
          return hasLink && value !== '' ? linked(value, { value }) : value;
        };
      case 'true':
        return (row) => {
          const value = valueOf(row);
          return hasLink && value !== ''
            ? linked(value, { display_value: display(row) })
            : display(row);
        };
      case 'all':
        return (row) => {
          const value = valueOf(row);
          const both = { display_value: display(row), value };
          return hasLink && value !== '' ? linked(value, both) : both;
        };
    }
  }
}

/** A value as people see it: labels, names and their own time zone. */
function displayOf(
  { field, table }: PathEnd,
  {
    store,
    timeZone,
    value,
    row,
  }: {
    readonly store: InstanceStore;
    readonly timeZone: string;
    readonly value: string;
    readonly row: Row | null;
  },
): string {
  if (field.type === 'journal_input') return row === null ? '' : journalOf(store, row, field.name);
  if (value === '') return '';
  if (field.type === 'glide_date_time') return shownTime(value, timeZone);
  if (field.reference !== null) {
    const target = store.findTable(field.reference);
    return target?.find(value)?.[target.display] ?? (value === 'global' ? value : '');
  }
  return table.name === 'incident' ? (store.choiceLabel(field.name, value) ?? value) : value;
}

/** All entries, newest first. */
function journalOf(store: InstanceStore, row: Row, element: string): string {
  const entries = store.table('sys_journal_field').withValue('element_id', row['sys_id'] ?? '');
  return (entries ?? [])
    .filter((entry) => entry['element'] === element || element === 'comments_and_work_notes')
    .map(
      (entry) =>
        `${entry['sys_created_on'] ?? ''} - ${entry['sys_created_by'] ?? ''}\n${entry['value'] ?? ''}\n\n`,
    )
    .reverse()
    .join('');
}
