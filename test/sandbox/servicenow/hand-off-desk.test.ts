import { openSqlite } from '../../../sandbox/forge/sql/sqlite';
import { NO_TARGET } from '../../../src/domain/escalation/policy';
import type { HandOffPacket } from '../../../src/domain/escalation/packet';
import { epochMs } from '../../../src/domain/time';
import { openStore } from '../../support/forge-sql';
import { openInstanceWorld, OWN_USER } from '../../support/instance-world';

const START = Date.parse('2026-03-02T09:00:00Z');

const packet: HandOffPacket = {
  handOffId: 'h-0001',
  agent: 'Bot',
  reason: 'low-confidence',
  detail: null,
  confidence: 0.4,
  threshold: 0.8,
  decidedAt: epochMs(START),
  runs: [
    {
      runId: 'r-1',
      startedAt: epochMs(START - 60_000),
      endedAt: epochMs(START),
      confidence: 0.4,
      result: 'unresolved',
      verifiedActions: 0,
      steps: [
        {
          tool: 'reset_password',
          startedAt: epochMs(START - 30_000),
          endedAt: epochMs(START - 20_000),
          hasFailed: true,
          errorType: 'timeout',
        },
      ],
      traceUrl: null,
    },
  ],
  leftOut: { runs: 0, steps: 0 },
};

describe('a hand-off on an instance', () => {
  const world = openInstanceWorld({ store: openStore(openSqlite()).store, startAtMs: START });
  const { instance } = world;
  const desk = world.deps.handOffDesk;
  const report = (): { readonly sysId: string; readonly ticketId: string } => {
    const { sysId } = instance.acting.create('abel', { caller_id: 'abel', priority: '4' });
    return { sysId, ticketId: `servicenow:${sysId}` };
  };
  const groupOf = (sysId: string) => instance.reading.incident(sysId)?.['assignment_group'] ?? '';
  const target = {
    ...NO_TARGET,
    group: { fieldId: 'assignment_group', name: 'Network' },
    priorityId: '2',
  };

  beforeAll(() => {
    instance.addUser({ userName: 'abel', name: 'Abel' });
    instance.addUser({ userName: 'human', name: 'A human', roles: ['itil'] });
    instance.addGroup({ name: 'Network' });
  });

  it('tells people in a work note what the agent tried, and finds it again by its mark alone', async () => {
    const { sysId, ticketId } = report();
    expect(await desk.findComment(ticketId, packet)).toEqual({ ok: true, value: null });
    expect((await desk.comment(ticketId, packet)).ok).toBe(true);
    expect(await desk.findComment(ticketId, packet)).toMatchObject({ ok: true, value: {} });
    expect(await desk.findComment(ticketId, { ...packet, handOffId: 'h-0002' })).toEqual({
      ok: true,
      value: null,
    });
    const [note] = instance.reading.journal(sysId);
    expect(note).toMatchObject({ element: 'work_notes', sys_created_by: OWN_USER });
    expect(note?.['value']).toContain('the confidence was below the threshold');
    expect(note?.['value']).toContain('reset_password failed after 10.0 s: timeout');
    // What was read of it: never its text.
    const asked = instance.requests.filter(({ table }) => table === 'sys_journal_field');
    expect(asked.every(({ query }) => !/sysparm_fields=[^&]*value/.test(query))).toBe(true);
  });

  it('finds the note whose answer was lost, so that none is written twice', async () => {
    const { ticketId } = report();
    instance.failRequests({ answer: { kind: 'lost' }, when: 'after', matches: /^PATCH/ });
    expect(await desk.comment(ticketId, packet)).toMatchObject({
      ok: false,
      error: { kind: 'source-unavailable' },
    });
    expect((await desk.findComment(ticketId, packet)).ok).toBe(true);
    expect(await desk.findComment(ticketId, packet)).not.toMatchObject({ value: null });
  });

  it('routes to group and priority once, and leaves a ticket to the person who has it', async () => {
    const { sysId, ticketId } = report();
    expect(await desk.route(ticketId, target, { keepsAssignee: false })).toMatchObject({
      value: 'routed',
    });
    expect(groupOf(sysId)).toBe(instance.reading.group('Network')?.sysId);
    expect(instance.reading.incident(sysId)).toMatchObject({ priority: '2' });
    const audits = instance.reading.audits(sysId).length;
    await desk.route(ticketId, target, { keepsAssignee: false });
    expect(instance.reading.audits(sysId)).toHaveLength(audits);

    const kept = report();
    instance.acting.update('human', kept.sysId, { assigned_to: 'human', state: '2' });
    await desk.route(kept.ticketId, target, { keepsAssignee: true });
    expect(groupOf(kept.sysId)).toBe('');
    expect(instance.reading.incident(kept.sysId)).toMatchObject({ priority: '2' });
  });

  it('says which group there is none of, and leaves what is done', async () => {
    const { sysId, ticketId } = report();
    const unknown = { ...target, group: { fieldId: 'assignment_group', name: 'Nobody' } };
    expect(await desk.route(ticketId, unknown, { keepsAssignee: false })).toEqual({
      ok: true,
      value: { refused: ['assignment_group'] },
    });
    instance.acting.update('human', sysId, { state: '6' });
    expect(await desk.readTicket(ticketId)).toEqual({ ok: true, value: 'done' });
    instance.acting.delete('human', sysId);
    expect(await desk.readTicket(ticketId)).toEqual({ ok: true, value: 'gone' });
  });
});
