import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DEFAULT_DEFINITION } from '../../../src/domain/outcome/definition';
import { epochMs } from '../../../src/domain/time';
import { ManualClock } from '../../../sandbox/clock';
import { fillInstance } from '../../../sandbox/import/fill-instance';
import {
  incidentsAt,
  readLogIncidents,
  type LogIncident,
} from '../../../sandbox/import/log-incident';
import type { ScoreOptions } from '../../../sandbox/score/options';
import {
  createServiceNowInstance,
  type ServiceNowInstance,
} from '../../../sandbox/servicenow/instance';

const options = (input: string): ScoreOptions => ({
  format: 'servicenow-log',
  input,
  desk: 'ServiceNow',
  registry: new Map(),
  definition: DEFAULT_DEFINITION,
  asOf: null,
  ticketsFile: null,
  statuses: new Map(),
  budgetChars: 48 * 1_024 * 1_024,
  hashToken: (token) => token,
  onProgress: () => undefined,
});

const anEmptyInstance = (): ServiceNowInstance =>
  createServiceNowInstance({
    clock: new ManualClock(Date.parse('2017-03-01T00:00:00Z')),
    host: 'acme.service-now.com',
  });

describe('filling an instance with an event log', () => {
  const at = (minute: number): ReturnType<typeof epochMs> =>
    epochMs(Date.parse('2016-03-01T09:00:00Z') + minute * 60_000);
  const row = (updatedAt: number, changes: object): LogIncident['rows'][number] => ({
    state: 'New',
    updatedBy: 'Updated by 1',
    updatedAt: at(updatedAt),
    openedAt: at(0),
    resolvedAt: at(30),
    requester: 'Caller 1',
    category: 'Category 1',
    priority: '3 - Moderate',
    assignmentGroup: null,
    assignedTo: null,
    ...changes,
  });
  const facts = { madeSla: false, reopenCount: 1, reassignmentCount: 0, closedAtMs: null };

  it('keeps what happened, in its order within a second, and what the last row says', () => {
    const instance = anEmptyInstance();
    const sysId =
      fillInstance(instance, [
        {
          number: 'INC0000001',
          rows: [
            row(5, { assignmentGroup: 'Group 1' }),
            row(10, { assignmentGroup: 'Group 1', state: 'Resolved', updatedBy: 'Updated by 2' }),
            row(10, { assignmentGroup: 'Group 1', state: 'Odd' }),
            row(30, { state: 'Resolved', assignedTo: 'Resolver 1' }),
          ],
          facts,
        },
      ]).get('INC0000001') ?? '';
    const group = instance.reading.group('Group 1')?.sysId ?? '';
    const resolver = instance.reading.user('Resolver 1')?.sysId ?? '';
    const told = instance.reading
      .audits(sysId)
      .filter(({ fieldname = '' }) =>
        ['state', 'assignment_group', 'assigned_to'].includes(fieldname),
      )
      .map((audit) => [
        audit['sys_created_on'],
        audit['record_checkpoint'],
        audit['user'],
        audit['fieldname'],
        audit['oldvalue'],
        audit['newvalue'],
      ]);
    expect(told).toEqual([
      ['2016-03-01 09:05:00', '0', 'Updated by 1', 'state', '', '1'],
      ['2016-03-01 09:05:00', '0', 'Updated by 1', 'assignment_group', '', group],
      ['2016-03-01 09:10:00', '1', 'Updated by 2', 'state', '1', '6'],
      ['2016-03-01 09:10:00', '2', 'Updated by 1', 'state', '6', '100'],
      ['2016-03-01 09:30:00', '3', 'Updated by 1', 'state', '100', '6'],
      ['2016-03-01 09:30:00', '3', 'Updated by 1', 'assignment_group', group, ''],
      ['2016-03-01 09:30:00', '3', 'Updated by 1', 'assigned_to', '', resolver],
    ]);
    expect(instance.reading.incident(sysId)).toMatchObject({
      number: 'INC0000001',
      opened_at: '2016-03-01 09:00:00',
      resolved_at: '2016-03-01 09:30:00',
      priority: '3',
      category: 'Category 1',
      caller_id: instance.reading.user('Caller 1')?.sysId,
      made_sla: 'false',
      reopen_count: '1',
      sys_mod_count: '3',
    });
    expect(instance.reading.slas(sysId)).toMatchObject([
      { has_breached: 'true', stage: 'completed' },
    ]);
  });

  it('reads rows in file order, wherever they stand, and holds a clock that runs backwards', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'firstline-log-'));
    const file = join(folder, 'log.csv');
    const line = (number: string, state: string, minute: string, reopens: number): string =>
      `${number},${state},Caller 1,1/3/2016 09:00,Updated by 1,1/3/2016 09:${minute},?,?,?,?,?,${reopens},true`;
    const header =
      'number,incident_state,caller_id,opened_at,sys_updated_by,sys_updated_at,category,priority,assignment_group,assigned_to,resolved_at,reopen_count,made_sla';
    writeFileSync(
      file,
      [
        header,
        line('INC1', 'New', '10', 0),
        line('INC2', 'New', '20', 0),
        line('INC1', 'Active', '05', 2),
      ].join('\n'),
    );
    const { incidents } = await readLogIncidents(options(file));
    rmSync(folder, { recursive: true });
    expect(incidents).toMatchObject([
      {
        number: 'INC1',
        rows: [
          { state: 'New', updatedAt: at(10) },
          { state: 'Active', updatedAt: at(10) },
        ],
        facts: { reopenCount: 2, reassignmentCount: null, madeSla: true, closedAtMs: null },
      },
      { number: 'INC2', rows: [{ state: 'New', updatedAt: at(20) }], facts: { reopenCount: 0 } },
    ]);
  });

  it('leaves out what is later than a moment, and has what nobody has touched yet', () => {
    const incidents = incidentsAt(
      [
        { number: 'INC1', rows: [row(5, {}), row(30, { state: 'Resolved' })], facts },
        { number: 'INC2', rows: [row(40, { openedAt: at(40) })], facts },
        { number: 'INC3', rows: [row(40, { state: 'Resolved' })], facts },
      ],
      at(20),
    );
    const instance = anEmptyInstance();
    fillInstance(instance, incidents);
    expect(instance.reading.incidents()).toMatchObject([
      { number: 'INC1', state: '1', resolved_at: '' },
      { number: 'INC3', state: '1', resolved_at: '' },
    ]);
  });
});
