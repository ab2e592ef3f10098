import { readFileSync } from 'node:fs';

import { z } from 'zod';

import { readPage } from '../../../src/adapters/servicenow/client/read-page';
import {
  snBoolean,
  snInteger,
  snReference,
  snSysId,
  snText,
  snTime,
} from '../../../src/adapters/servicenow/client/record-values';
import { describeWith } from '../../support/shared';

const recordedSchema = z.object({
  status_code: z.number(),
  response_headers: z.record(z.string(), z.string()),
  json_body: z.unknown(),
});
const incident = z.object({
  sys_id: snSysId,
  number: snText,
  made_sla: snBoolean,
  state: snInteger,
  sys_mod_count: snInteger,
  opened_at: snTime,
  sys_updated_on: snTime,
  caller_id: snReference,
  assigned_to: snReference,
  parent: snReference,
});
const PAGE = ['data', 'servicenow-table-api', 'dev130168_incident_page_with_headers.json'];

describeWith(PAGE, 'a page of a real instance', (file) => {
  const recorded = recordedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const headers = new Headers(recorded.response_headers);

  it('is read, with what its headers say of the others', () => {
    const page = readPage(
      {
        kind: 'answer',
        status: recorded.status_code,
        body: JSON.stringify(recorded.json_body),
        header: (name) => headers.get(name),
      },
      'incident',
    );
    if (!page.ok) throw new Error(page.error.kind);
    const { records, ...rest } = page.value;
    // date -u -d 'Thu, 03 Nov 2022 20:32:32 GMT' +%s
    expect(rest).toEqual({ hasNext: true, totalCount: 67, serverTime: 1_667_507_552_000 });
    expect(records.map((record) => incident.parse(record))).toMatchObject([
      {
        number: 'INC0000060',
        made_sla: true,
        state: 7,
        // date -u -d '2016-12-14 02:46:44' +%s
        sys_updated_on: 1_481_683_604_000,
        parent: null,
      },
    ]);
  });
});
