import { z } from 'zod';

import {
  snBoolean,
  snDisplayed,
  snDuration,
  snInteger,
  snReference,
  snSysId,
  snText,
  snTime,
  snTimeText,
} from '../../../src/adapters/servicenow/client/record-values';
import { epochMs } from '../../../src/domain/time';

describe('values of a record', () => {
  it('are text, which says what it is by its field', () => {
    const record = z.object({
      number: snText,
      made_sla: snBoolean,
      state: snInteger,
      opened_at: snTime,
      business_duration: snDuration,
      caller_id: snReference,
      assigned_to: snReference,
      closed_at: snTime,
      hidden: snText.optional(),
    });
    expect(
      record.parse({
        number: ' INC0000060',
        made_sla: 'true',
        state: '-5',
        opened_at: '2016-12-12 15:19:57',
        business_duration: '1970-01-02 00:00:01',
        caller_id: { link: 'https://acme.service-now.com/x', value: '681c' },
        assigned_to: '',
        closed_at: '',
      }),
    ).toEqual({
      number: ' INC0000060',
      made_sla: true,
      state: -5,
      // date -u -d '2016-12-12 15:19:57' +%s
      opened_at: 1_481_555_997_000,
      business_duration: 86_401_000,
      caller_id: '681c',
      assigned_to: null,
      closed_at: null,
    });
  });

  it('are read the same from pairs with what people see', () => {
    const pair = { display_value: 'In Arbeit', value: '2' };
    expect(snInteger.parse(pair)).toBe(2);
    expect(snDisplayed.parse(pair)).toEqual({ value: '2', display: 'In Arbeit' });
    expect(snDisplayed.parse({ display_value: '', value: '' })).toEqual({
      value: null,
      display: null,
    });
  });

  it.each([
    [snTime, '2016-02-30 10:00:00'],
    [snTime, '2016-12-12T15:19:57Z'],
    [snTime, '12-12-2016 15:19:57'],
    [snTime, '2016-12-12 24:00:00'],
    [snTime, '2016-12-12'],
    [snDuration, '1969-12-31 23:59:59'],
    [snInteger, '1,234'],
    [snInteger, '1.5'],
    [snInteger, ' 1'],
    [snBoolean, 'TRUE'],
    [snBoolean, '1'],
    [snText, null],
    [snText, 5],
    [snReference, { link: 'x' }],
    [snSysId, '../incident'],
    [snSysId, '..'],
    [snSysId, ''],
  ] as const)(
    'are refused loudly, and not quoted, when they are something else: %#',
    (schema, value) => {
      const read = schema.safeParse(value);
      expect(read.success).toBe(false);
      if (typeof value === 'string' && value !== '') {
        expect(JSON.stringify(read.error)).not.toContain(value);
      }
    },
  );

  it('writes a time as queries take it, cut to the second', () => {
    expect(snTimeText(epochMs(1_481_555_997_999))).toBe('2016-12-12 15:19:57');
  });
});
