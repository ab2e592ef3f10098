import type { ServiceNowCheck, ServiceNowCheckName } from '../contract';
import { assertNever, type AppError } from '../domain/app-error';
import { MINUTE_MS, type EpochMs } from '../domain/time';
import { PROBED_TABLES, type InstanceLook, type TableLook } from '../ports/instance-probe';
import { SERVICE_NOW_NEEDS } from './service-now-needs';

/** What is asked besides, and what it is held against. */
interface Asked {
  readonly host: string;
  readonly userName: string;
  /** null: no verdict is written back. */
  readonly verdictField: string | null;
  readonly now: EpochMs;
}

/** Clocks further apart than this have changes read late. */
const MOST_SKEW_MS = MINUTE_MS;

const passed = (check: ServiceNowCheckName): ServiceNowCheck => ({
  check,
  status: 'passed',
  missing: null,
  subjects: [],
});

const skipped = (check: ServiceNowCheckName): ServiceNowCheck => ({
  check,
  status: 'skipped',
  missing: null,
  subjects: [],
});

/** In the order in which a connection needs them. */
const ORDER: readonly ServiceNowCheckName[] = [
  'address',
  'reach',
  'sign-in',
  ...PROBED_TABLES,
  'verdict-field',
  'clock',
];

/** The address is none: nothing was sent anywhere. */
export const checksOfBadAddress = (typed: string): readonly ServiceNowCheck[] =>
  complete(
    [
      {
        check: 'address',
        status: 'failed',
        missing: /^\s*http:/i.test(typed) ? 'not-https' : 'not-an-instance',
        subjects: [],
      },
    ],
    [],
  );

/** What a look at an instance says about each thing that a connection needs. */
export function checksOfLook(look: InstanceLook, asked: Asked): readonly ServiceNowCheck[] {
  const left = asked.verdictField === null ? ['verdict-field' as const] : [];
  const [first] = look.tables;
  const obstacle =
    first === undefined || first.seen.ok ? null : obstacleOf(first.seen.error, asked.host);
  if (obstacle !== null) {
    const before =
      obstacle.check === 'reach' ? [passed('address')] : [passed('address'), passed('reach')];
    return complete([...before, obstacle], left);
  }
  return complete(
    [
      passed('address'),
      passed('reach'),
      passed('sign-in'),
      ...look.tables.map((table) => checkOfTable(table, asked.userName)),
      ...(asked.verdictField === null ? [] : [checkOfVerdictField(look, asked.verdictField)]),
      checkOfClock(look.serverTime, asked.now),
    ],
    left,
  );
}

/** Nothing failed. */
export const isUsable = (checks: readonly ServiceNowCheck[]): boolean =>
  checks.every(({ status }) => status === 'passed' || status === 'limited');

function complete(
  checks: readonly ServiceNowCheck[],
  leftOut: readonly ServiceNowCheckName[],
): readonly ServiceNowCheck[] {
  return ORDER.filter((name) => !leftOut.includes(name)).map(
    (name) => checks.find(({ check }) => check === name) ?? skipped(name),
  );
}

/** Why nothing of the instance can be looked at; null when only the table is at fault. */
function obstacleOf(error: AppError, host: string): ServiceNowCheck | null {
  const reach = (missing: ServiceNowCheck['missing'], subject = host): ServiceNowCheck => ({
    check: 'reach',
    status: 'failed',
    missing,
    subjects: [subject],
  });
  switch (error.kind) {
    case 'source-unavailable':
      return reach('unreachable');
    case 'source-malformed':
      return reach('not-an-instance');
    case 'source-refused':
      switch (error.refusal) {
        case 'egress':
          return reach('egress');
        case 'redirect':
          return reach('redirect', error.subject ?? host);
        case 'credentials':
          return { check: 'sign-in', status: 'failed', missing: 'credentials', subjects: [] };
        case 'role':
        case 'table':
          return null;
        default:
          return assertNever(error.refusal);
      }
    case 'invalid-input':
    case 'not-found-or-not-permitted':
    case 'conflict':
      return reach('not-an-instance');
    default:
      return assertNever(error);
  }
}

function checkOfTable({ table, seen }: TableLook, userName: string): ServiceNowCheck {
  const { isRequired, required } = SERVICE_NOW_NEEDS[table];
  const missing = (
    what: ServiceNowCheck['missing'],
    subjects: readonly string[],
    isFatal = isRequired,
  ): ServiceNowCheck => ({
    check: table,
    status: isFatal ? 'failed' : 'limited',
    missing: what,
    subjects,
  });
  if (!seen.ok) {
    const { error } = seen;
    if (error.kind !== 'source-refused') return missing('unreachable', [table]);
    return missing(error.refusal === 'table' ? 'table' : 'role', [table]);
  }
  const { fields, hasHiddenRows } = seen.value;
  if (hasHiddenRows) return missing('rows', [table]);
  // Whoever is not there cannot be told from people, and what the app writes would count as theirs.
  if (fields === null)
    return table === 'sys_user' ? missing('user', [userName], true) : passed(table);
  const hidden = missingFields(table, fields);
  if (hidden.length === 0) return passed(table);
  const isFatal = isRequired && hidden.some((field) => required.includes(field));
  return missing('field', hidden, isFatal);
}

const missingFields = (table: TableLook['table'], seen: readonly string[]): readonly string[] => {
  const { required, desired } = SERVICE_NOW_NEEDS[table];
  return [...required, ...desired].filter((field) => !seen.includes(field));
};

/** The rest works without it; verdicts alone find no place. */
function checkOfVerdictField({ tables }: InstanceLook, field: string): ServiceNowCheck {
  const incident = tables.find(({ table }) => table === 'incident');
  const seen = incident?.seen.ok === true ? incident.seen.value.fields : null;
  if (seen === null) return skipped('verdict-field');
  return seen.includes(field)
    ? passed('verdict-field')
    : { check: 'verdict-field', status: 'limited', missing: 'field', subjects: [field] };
}

function checkOfClock(serverTime: EpochMs | null, now: EpochMs): ServiceNowCheck {
  const aheadMs = serverTime === null ? 0 : serverTime - now;
  return Math.abs(aheadMs) <= MOST_SKEW_MS
    ? passed('clock')
    : { check: 'clock', status: 'limited', missing: 'skew', subjects: [String(aheadMs)] };
}
