import {
  anyOf,
  encodedQuery,
  isEmpty,
  isNoneOf,
  isOneOf,
  isQueryValue,
  where,
} from '../../../src/adapters/servicenow/client/encoded-query';
import {
  checkedTableAddress,
  cutLists,
  tableAddress,
} from '../../../src/adapters/servicenow/client/table-address';
import type { TableQuery } from '../../../src/adapters/servicenow/client/service-now-api';

describe('encodedQuery', () => {
  it('joins conditions and order', () => {
    const since = '2016-12-12 15:19:57';
    const query = encodedQuery(
      [
        where('sys_updated_on', '>=', since),
        anyOf([where('sys_updated_on', '>', since), where('sys_id', '>', '1c74')]),
        isOneOf('state', ['6', '7']),
        isNoneOf('caller_id.user_name', ['admin']),
        isEmpty('closed_at'),
      ],
      { orderBy: ['sys_updated_on', 'sys_id'] },
    );
    expect(query).toBe(
      'sys_updated_on>=2016-12-12 15:19:57' +
        '^sys_updated_on>2016-12-12 15:19:57^ORsys_id>1c74' +
        '^stateIN6,7^caller_id.user_nameNOT INadmin^closed_atISEMPTY' +
        '^ORDERBYsys_updated_on^ORDERBYsys_id',
    );
  });

  it.each([
    ['x^ORactive=true'],
    ['x\n^NQactive=true'],
    ['javascript:gs.getUserID()'],
    ['JavaScript :gs.getUserID()'],
    ['=x'],
    [''],
  ])('lets no value become a condition of its own: %j', (value) => {
    expect(isQueryValue(value)).toBe(false);
    expect(() => where('user_name', '=', value)).toThrow('user_name');
    expect(() => isOneOf('user_name', ['a', value])).toThrow('user_name');
  });

  it('takes no list that is empty or whose values fall apart, and no field that is none', () => {
    expect(() => isOneOf('sys_id', [])).toThrow('an empty list');
    expect(() => isOneOf('sys_id', ['a,b'])).toThrow('sys_id');
    expect(() => where('active=true^state', '=', '1')).toThrow('cannot be one');
    expect(() => encodedQuery([], { orderBy: ['sys_id^x'] })).toThrow('cannot be one');
  });
});

describe('cutLists', () => {
  const ids = Array.from({ length: 1_000 }, (_, i) => i.toString(16).padStart(32, '0'));
  const query = (run: readonly string[]): TableQuery => ({
    table: 'sys_audit',
    query: encodedQuery([isOneOf('documentkey', run), where('tablename', '=', 'incident')]),
    fields: ['documentkey', 'sys_created_on'],
    limit: 1_000,
  });

  it('makes as few requests as addresses of 8,000 characters allow, and loses nothing', () => {
    const runs = cutLists(ids, query);
    expect(runs.flat()).toEqual(ids);
    // The rest has 200 characters: (7,900 − 200 + 1) / 33 = 233 a request.
    expect(runs.map((run) => run.length)).toEqual([233, 233, 233, 233, 68]);
    expect(tableAddress(query(runs[0] ?? [])).length).toBeLessThanOrEqual(7_900);
    expect(tableAddress(query(ids.slice(0, 234))).length).toBeGreaterThan(7_900);
    expect(cutLists([], query)).toEqual([]);
  });

  it('is asked for: a longer address is not sent', () => {
    expect(() => checkedTableAddress(query(ids))).toThrow('cut its list');
  });
});
