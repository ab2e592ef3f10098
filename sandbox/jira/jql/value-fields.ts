import { badRequest } from '../fault';
import type { SiteIssue } from '../model';
import { readSla, type SlaReading } from '../sla/cycles';
import { callDateFunction, readJqlDate } from './dates';
import { missing, noFunction, type FieldContext, type JqlField, type JqlValue } from './field';

export function dateField(
  name: string,
  context: FieldContext,
  readMs: (issue: SiteIssue) => number | null,
): JqlField {
  return {
    name,
    kind: 'date',
    read: readMs,
    resolve(operand) {
      if (operand.kind === 'function') {
        const atMs = callDateFunction(operand.name, operand.args, context);
        if (atMs === null) throw noFunction(operand.name);
        return atMs;
      }
      const atMs = readJqlDate(operand.text, context);
      if (atMs !== null) return atMs;
      throw badRequest(
        `Date value '${operand.text}' for field '${name}' is invalid. Valid formats include: ` +
          `'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period ` +
          `format e.g. '-5d', '4w 2d'.`,
      );
    },
  };
}

export function orderOnly(name: string, read: (issue: SiteIssue) => JqlValue | null): JqlField {
  return {
    name,
    kind: 'order',
    read,
    resolve() {
      throw badRequest(`The field '${name}' cannot be searched on this site, only sorted by.`);
    },
  };
}

export const numberField = (name: string, read: (issue: SiteIssue) => number | null): JqlField => ({
  name,
  kind: 'ordered',
  read,
  resolve(operand) {
    if (operand.kind === 'function') throw noFunction(operand.name);
    const number = Number(operand.text);
    if (operand.text.trim() === '' || Number.isNaN(number)) throw missing(operand.text, name);
    return number;
  },
});

/** Without regard to case; a label that no issue has is no mistake. */
export const labelsField = (): JqlField => ({
  name: 'labels',
  kind: 'equality',
  read: ({ labels }) => (labels.length === 0 ? null : labels.map((label) => label.toLowerCase())),
  sortBy: ({ labels }) => labels.join(' ').toLowerCase() || null,
  resolve(operand) {
    if (operand.kind === 'function') throw noFunction(operand.name);
    return operand.text.toLowerCase();
  },
});

/** Sorts by what remains of the running clock; finished ones come last. */
export function slaField(
  name: string,
  metric: SlaReading['metric'],
  { store, nowMs }: FieldContext,
): JqlField {
  const { statuses } = store;
  const remaining = (issue: SiteIssue) => {
    const { ongoing } = readSla(issue, metric, { nowMs, statuses });
    return ongoing === null ? null : ongoing.goalMs - ongoing.elapsedMs;
  };
  return orderOnly(name, remaining);
}
