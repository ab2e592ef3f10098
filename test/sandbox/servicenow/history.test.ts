import { importedTime } from '../../../sandbox/servicenow/records/import-incident';
import { anInstance, START_MS } from './instance-fixture';

const HOUR_MS = 3_600_000;

describe('an incident on the simulated instance', () => {
  it('is written with its history, and what is so already is not written', async () => {
    const { clock, instance, get, patch } = anInstance();
    instance.addField('u_ai_outcome');
    const told: string[] = [];
    instance.onChange(({ operation, by, updatedOn }) =>
      told.push(`${operation} ${by} ${updatedOn}`),
    );
    const { sysId } = instance.acting.create('beth', { caller_id: 'abel', priority: '3' });
    clock.advance(60_000);
    const values = { assignment_group: 'Network', u_ai_outcome: 'handed-off', work_notes: 'Why' };
    const { status, body } = await patch(sysId, values);
    expect(status).toBe(200);
    expect(body['result']).toMatchObject({ u_ai_outcome: 'handed-off', sys_mod_count: '1' });
    clock.advance(60_000);
    await patch(sysId, { u_ai_outcome: 'handed-off', unknown_field: 'lost' });

    const { rows } = await get('/api/now/table/sys_audit', {
      sysparm_query: `documentkey=${sysId}^fieldnameINassignment_group,work_notes,u_ai_outcome^ORDERBYfieldname`,
      sysparm_fields: 'fieldname,oldvalue,newvalue,user,sys_created_on,record_checkpoint',
    });
    const stamp = {
      user: 'firstline',
      sys_created_on: '2026-03-02 09:01:00',
      record_checkpoint: '1',
    };
    const group = instance.reading.group('Network')?.sysId;
    expect(rows).toEqual([
      { fieldname: 'assignment_group', oldvalue: '', newvalue: group, ...stamp },
      { fieldname: 'u_ai_outcome', oldvalue: '', newvalue: 'handed-off', ...stamp },
      { fieldname: 'work_notes', oldvalue: 'JOURNAL FIELD ADDITION', newvalue: 'Why', ...stamp },
    ]);
    expect(instance.reading.journal(sysId)).toMatchObject([
      { name: 'incident', element: 'work_notes', value: 'Why', sys_created_by: 'firstline' },
    ]);
    expect(told).toEqual([
      'insert beth 2026-03-02 09:00:00',
      'update firstline 2026-03-02 09:01:00',
    ]);
  });

  it('keeps its counts and times as the product does, and cannot be reopened once closed', async () => {
    const { clock, instance, patch } = anInstance();
    const { sysId } = instance.acting.create('beth', { assignment_group: 'Service Desk' });
    const act = (values: Readonly<Record<string, string>>): unknown => {
      clock.advance(60_000);
      instance.acting.update('beth', sysId, values);
      return instance.reading.incident(sysId);
    };
    const beth = instance.reading.user('beth')?.sysId;
    expect(act({ state: '6' })).toMatchObject({
      resolved_at: '2026-03-02 09:01:00',
      resolved_by: beth,
      active: 'true',
    });
    expect(act({ state: '2', assignment_group: 'Network' })).toMatchObject({
      reopen_count: '1',
      reassignment_count: '1',
      resolved_at: '',
    });
    expect(act({ state: '6' })).toMatchObject({ resolved_at: '2026-03-02 09:03:00' });
    expect(act({ state: '7' })).toMatchObject({
      closed_at: '2026-03-02 09:04:00',
      active: 'false',
    });
    const reopened = await patch(sysId, { state: '2' });
    expect(reopened.status).toBe(403);
    expect(() => act({ state: '1' })).toThrow('Operation Failed');
    expect((await patch(sysId, { work_notes: 'Too late' })).status).toBe(200);
  });

  it('misses its SLA by the clock, the time on hold left out', () => {
    const { clock, instance } = anInstance();
    const slaAfter = (hoursOnHold: number): unknown => {
      const { sysId } = instance.acting.create('beth', { priority: '1' });
      instance.acting.update('beth', sysId, { state: '3' });
      clock.advance(hoursOnHold * HOUR_MS);
      instance.acting.update('beth', sysId, { state: '2' });
      clock.advance((8 - hoursOnHold) * HOUR_MS);
      instance.acting.update('beth', sysId, { state: '6' });
      const [sla] = instance.reading.slas(sysId);
      const { has_breached, pause_duration, business_percentage, stage } = sla ?? {};
      const made = instance.reading.incident(sysId)?.['made_sla'];
      return { has_breached, pause_duration, business_percentage, stage, made };
    };
    // The goal of the first priority is 4 hours; 8 hours pass.
    expect(slaAfter(6)).toEqual({
      has_breached: 'false',
      pause_duration: '1970-01-01 06:00:00',
      business_percentage: '50',
      stage: 'completed',
      made: 'true',
    });
    expect(slaAfter(2)).toMatchObject({
      has_breached: 'true',
      business_percentage: '150',
      made: 'false',
    });
  });

  it('leaves a trace when it is deleted', async () => {
    const { instance, get } = anInstance();
    const { sysId, number } = instance.acting.create('beth', {});
    instance.acting.delete('beth', sysId);
    expect((await get(`/api/now/table/incident/${sysId}`)).status).toBe(404);
    const { rows } = await get('/api/now/table/sys_audit_delete', {
      sysparm_query: 'tablename=incident^sys_created_on>=2026-03-02 09:00:00',
    });
    expect(rows).toMatchObject([{ documentkey: sysId, display_value: number, user: 'beth' }]);
  });

  it('is audited from its creation where the instance audits creations', () => {
    const audited = (auditsInserts: boolean): readonly unknown[] => {
      const { instance } = anInstance({ auditsInserts });
      const { sysId } = instance.acting.create('beth', { caller_id: 'abel' });
      return instance.reading.audits(sysId).filter(({ fieldname }) => fieldname === 'state');
    };
    expect(audited(false)).toEqual([]);
    expect(audited(true)).toMatchObject([{ oldvalue: '', newvalue: '1', record_checkpoint: '0' }]);
  });

  it('is imported with its whole past and told to nobody', () => {
    const { instance } = anInstance();
    const told: unknown[] = [];
    instance.onChange((change) => told.push(change));
    const before = (hours: number): number => START_MS - hours * HOUR_MS;
    const { sysId } = instance.importIncident({
      number: 'INC0000007',
      created: { atMs: before(5), by: 'abel', values: { caller_id: 'abel', priority: '3' } },
      updates: [
        { atMs: before(4), by: 'beth', values: { assigned_to: 'beth', comments: 'On it' } },
        { atMs: before(3), by: 'beth', values: { state: '6' } },
      ],
      facts: { made_sla: 'false', opened_at: importedTime(before(6)) },
    });
    expect(instance.reading.incident('INC0000007')).toMatchObject({
      sys_id: sysId,
      sys_created_on: '2026-03-02 04:00:00',
      opened_at: '2026-03-02 03:00:00',
      resolved_at: '2026-03-02 06:00:00',
      sys_updated_on: '2026-03-02 06:00:00',
      sys_mod_count: '2',
    });
    expect(instance.reading.journal(sysId)).toMatchObject([
      { element: 'comments', sys_created_on: '2026-03-02 05:00:00' },
    ]);
    expect(instance.reading.slas(sysId)).toMatchObject([{ has_breached: 'true' }]);
    expect(told).toEqual([]);
  });
});
