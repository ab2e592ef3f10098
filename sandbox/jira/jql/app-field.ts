import type { AppValueType, SiteIssue } from '../model';
import {
  noFunction,
  type FieldContext,
  type JqlField,
  type JqlReading,
  type JqlValue,
} from './field';
import { dateField, numberField } from './value-fields';

/** An app's custom field by name or id, or a path of an entity property by alias or in full. */
export function appField(name: string, context: FieldContext): JqlField | null {
  const lower = name.toLowerCase();
  const field = context.store.appFields.find(
    ({ id, key, name: label }) =>
      label.toLowerCase() === lower ||
      id === lower ||
      key === name ||
      `cf[${id.slice('customfield_'.length)}]` === lower,
  );
  if (field !== undefined) {
    return typedField(name, field.type, context, ({ appFields }) => appFields.get(field.id));
  }
  const index = context.store.propertyIndexes.find(
    ({ propertyKey, path, searchAlias }) =>
      searchAlias?.toLowerCase() === lower || `issue.property[${propertyKey}].${path}` === name,
  );
  if (index === undefined) return null;
  const { propertyKey, path, type } = index;
  return typedField(name, type, context, ({ properties }) =>
    valueAt(properties.get(propertyKey), path),
  );
}

function valueAt(document: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null
          ? (value as Readonly<Record<string, unknown>>)[step]
          : undefined,
      document,
    );
}

function typedField(
  name: string,
  type: AppValueType,
  context: FieldContext,
  valueOf: (issue: SiteIssue) => unknown,
): JqlField {
  const isDate = type === 'date' || type === 'datetime';
  const toValue = (value: unknown): JqlValue | null => {
    if (isDate && typeof value === 'string') {
      const atMs = Date.parse(value);
      return Number.isNaN(atMs) ? null : atMs;
    }
    if (isDate || type === 'number') return typeof value === 'number' ? value : null;
    return typeof value === 'string' ? value : null;
  };
  const read = (issue: SiteIssue): JqlReading => {
    const value = valueOf(issue);
    if (!Array.isArray(value)) return toValue(value);
    return value.map(toValue).filter((entry) => entry !== null);
  };
  if (isDate) return { ...dateField(name, context, () => null), read };
  if (type === 'number') return { ...numberField(name, () => null), read };
  return {
    name,
    kind: 'equality',
    read,
    resolve(operand) {
      if (operand.kind === 'function') throw noFunction(operand.name);
      return operand.text;
    },
  };
}
