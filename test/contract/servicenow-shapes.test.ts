import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { anInstance, addressOf, BASIC } from '../sandbox/servicenow/instance-fixture';
import { describeWith } from '../support/shared';

type Values = Readonly<Record<string, unknown>>;

interface Sample {
  readonly name: string;
  readonly records: readonly Values[];
  /** Null where the sample has none. */
  readonly headers: Readonly<Record<string, string>> | null;
}

/** How a value is written, without what it says: a time is another shape than a word, a table than another. */
function shapeOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    const { link, ...rest } = value as { readonly link?: string };
    const table = /\/table\/(\w+)\//.exec(link ?? '')?.[1] ?? '';
    return `reference to ${table} with ${Object.keys(rest).join()}`;
  }
  if (typeof value !== 'string') return typeof value;
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value) ? 'time' : 'text';
}

const readSamples = (folder: string): readonly Sample[] =>
  readdirSync(folder).map((name) => {
    const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      readonly result?: unknown;
      readonly json_body?: { readonly result: unknown };
      readonly response_headers?: Sample['headers'];
    };
    const result = file.json_body?.result ?? file.result;
    return {
      name,
      records: (Array.isArray(result) ? result : [result]) as readonly Values[],
      headers: file.response_headers ?? null,
    };
  });

describeWith(
  ['data', 'servicenow-table-api'],
  'the simulated Table API beside answers of real instances',
  (folder) => {
    const samples = readSamples(folder);
    const ofIncidents = samples.filter(({ records }) =>
      records.every((record) => record['sys_class_name'] === 'incident'),
    );
    const { instance, get } = anInstance();
    const { sysId } = instance.acting.create('beth', { caller_id: 'abel' });

    const simulated = async (): Promise<Values> =>
      (await get(`/api/now/table/incident/${sysId}`)).body['result'] as Values;

    it.each(ofIncidents)('has every field of the incidents in $name', async ({ records }) => {
      const known = Object.keys(await simulated());
      expect(
        records.flatMap((record) => Object.keys(record).filter((key) => !known.includes(key))),
      ).toEqual([]);
    });

    it('writes values in the shapes that the samples have them in', async () => {
      const seen = new Map<string, unknown>();
      for (const record of ofIncidents.flatMap(({ records }) => records)) {
        for (const [name, value] of Object.entries(record)) if (value !== '') seen.set(name, value);
      }
      const values = [...seen].map(([name, value]) => [name, alike(value)] as const);
      instance.acting.update('beth', sysId, Object.fromEntries(values));
      const record = await simulated();
      const others = [...seen].filter(([name, value]) => shapeOf(record[name]) !== shapeOf(value));
      expect(seen.size).toBeGreaterThan(40);
      expect(others.map(([name]) => name)).toEqual([]);
    });

    /** Something that this instance can hold in place of a sample's value. */
    function alike(value: unknown): string {
      if (typeof value === 'string') return value;
      const { link = '' } = value as { readonly link?: string };
      if (link.includes('/sys_user/')) return 'beth';
      return link.includes('/sys_user_group/') ? 'Network' : 'a'.repeat(32);
    }

    const withHeaders = samples.filter(({ headers }) => headers !== null);
    it.each(withHeaders)('announces pages as in $name', async ({ headers }) => {
      const link = headers?.['Link'] ?? '';
      const total = Number(headers?.['X-Total-Count']);
      const many = anInstance();
      for (let i = 0; i < total; i += 1) many.instance.acting.create('beth', {});
      const path = '/api/now/v2/table/incident?sysparm_limit=1';
      const response = await many.instance.fetch(addressOf(path), {
        headers: { Authorization: BASIC },
      });
      // The sample's own query and host have no part in how pages are told.
      const told = (text: string): string =>
        text
          .replaceAll(/https:\/\/[^/]+/g, 'https://host')
          .replaceAll(/\?query=[^&]*&display_value=True&/g, '?');
      expect(told(response.headers.get('Link') ?? '')).toBe(told(link));
      for (const name of ['X-Total-Count', 'Content-Type', 'Server', 'X-Is-Logged-In']) {
        expect(response.headers.get(name)).toBe(headers?.[name]);
      }
    });
  },
);
