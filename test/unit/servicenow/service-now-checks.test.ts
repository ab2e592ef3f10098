import { err, ok, type AppError } from '../../../src/domain/app-error';
import { epochMs } from '../../../src/domain/time';
import {
  PROBED_TABLES,
  type InstanceLook,
  type ProbedTable,
  type TableLook,
} from '../../../src/ports/instance-probe';
import {
  checksOfBadAddress,
  checksOfLook,
  isUsable,
} from '../../../src/usecases/service-now-checks';
import { fieldsOf } from '../../../src/usecases/service-now-needs';

const NOW = epochMs(Date.parse('2026-03-02T09:00:00Z'));
const ASKED = { host: 'acme.service-now.com', userName: 'firstline', verdictField: null, now: NOW };

type Seen = TableLook['seen'];
const all = (table: ProbedTable, without: readonly string[] = []): Seen =>
  ok({
    fields: fieldsOf(table).filter((field) => !without.includes(field)),
    hasHiddenRows: false,
  });
const look = (
  over: Partial<Record<ProbedTable, Seen>> = {},
  serverTime: number | null = NOW,
): InstanceLook => ({
  tables: PROBED_TABLES.map((table) => ({ table, seen: over[table] ?? all(table) })),
  serverTime: serverTime === null ? null : epochMs(serverTime),
});
const refusal = (error: AppError): Seen => err(error);
const REFUSED = { kind: 'source-refused', source: 'servicenow' } as const;
const ROLE = refusal({ ...REFUSED, refusal: 'role', subject: 'sys_audit' });

/** Only what did not pass, a line each. */
const wrong = (seen: InstanceLook, over: Partial<typeof ASKED> = {}) =>
  checksOfLook(seen, { ...ASKED, ...over }).flatMap(({ check, status, missing, subjects }) =>
    status === 'passed' ? [] : [[check, status, missing, ...subjects].join(' ').trim()],
  );

describe('what a test of an instance says', () => {
  it('finds nothing wrong where all is there', () => {
    expect(wrong(look())).toEqual([]);
    expect(isUsable(checksOfLook(look(), ASKED))).toBe(true);
  });

  it.each<readonly [string, Partial<Record<ProbedTable, Seen>>, readonly string[], boolean]>([
    ['no role for the history', { sys_audit: ROLE }, ['sys_audit failed role sys_audit'], false],
    ['no role for SLAs', { task_sla: ROLE }, ['task_sla limited role task_sla'], true],
    [
      'a table that is not there',
      {
        sys_journal_field: refusal({ ...REFUSED, refusal: 'table', subject: 'sys_journal_field' }),
      },
      ['sys_journal_field limited table sys_journal_field'],
      true,
    ],
    [
      'a field that scoring needs',
      { incident: all('incident', ['state', 'priority']) },
      ['incident failed field state priority'],
      false,
    ],
    [
      'a field that only sharpens figures',
      { incident: all('incident', ['priority']) },
      ['incident limited field priority'],
      true,
    ],
    [
      'records that are counted and not shown',
      { incident: ok({ fields: null, hasHiddenRows: true }) },
      ['incident failed rows incident'],
      false,
    ],
    [
      'a user that is not there',
      { sys_user: ok({ fields: null, hasHiddenRows: false }) },
      ['sys_user failed user firstline'],
      false,
    ],
    [
      'an instance without incidents',
      { incident: ok({ fields: null, hasHiddenRows: false }) },
      [],
      true,
    ],
  ])('names %s', (_, over, expected, usable) => {
    expect(wrong(look(over))).toEqual(expected);
    expect(isUsable(checksOfLook(look(over), ASKED))).toBe(usable);
  });

  it.each<readonly [AppError, readonly string[]]>([
    [{ ...REFUSED, refusal: 'credentials', subject: null }, ['sign-in failed credentials']],
    [
      { ...REFUSED, refusal: 'egress', subject: null },
      ['reach failed egress acme.service-now.com', 'sign-in skipped'],
    ],
    [
      { ...REFUSED, refusal: 'redirect', subject: 'other.example' },
      ['reach failed redirect other.example', 'sign-in skipped'],
    ],
    [
      {
        kind: 'source-unavailable',
        source: 'servicenow',
        retryAfterMs: null,
        rateLimitReason: null,
      },
      ['reach failed unreachable acme.service-now.com', 'sign-in skipped'],
    ],
    [
      { kind: 'source-malformed', source: 'servicenow', issues: [] },
      ['reach failed not-an-instance acme.service-now.com', 'sign-in skipped'],
    ],
  ])('goes no further than what is in the way: %j', (error, expected) => {
    const alone: InstanceLook = {
      tables: [{ table: 'incident', seen: err(error) }],
      serverTime: null,
    };
    const skipped = [...PROBED_TABLES, 'clock'].map((check) => `${check} skipped`);
    expect(wrong(alone)).toEqual([...expected, ...skipped]);
    expect(isUsable(checksOfLook(alone, ASKED))).toBe(false);
  });

  it('tells clocks that are more than a minute apart, either way', () => {
    expect(wrong(look({}, NOW + 60_000))).toEqual([]);
    expect(wrong(look({}, NOW - 61_000))).toEqual(['clock limited skew -61000']);
    expect(wrong(look({}, null))).toEqual([]);
  });

  it('looks for the field that verdicts are written to', () => {
    const field = 'u_ai_outcome' as never;
    expect(wrong(look(), { verdictField: field })).toEqual([
      'verdict-field limited field u_ai_outcome',
    ]);
    const incident = ok({
      fields: [...fieldsOf('incident'), 'u_ai_outcome'],
      hasHiddenRows: false,
    });
    expect(wrong(look({ incident }), { verdictField: field })).toEqual([]);
  });

  it.each([
    ['http://acme.service-now.com', 'not-https'],
    ['https://10.0.0.1', 'not-an-instance'],
  ])('refuses %s before anything is sent', (typed, missing) => {
    const [first, ...others] = checksOfBadAddress(typed);
    expect(first).toEqual({ check: 'address', status: 'failed', missing, subjects: [] });
    expect(others.every(({ status }) => status === 'skipped')).toBe(true);
  });
});
