import { InvocationFailure } from '../../../sandbox/forge/host';
import { askApp } from '../../../sandbox/ask-app';
import { openSqlite } from '../../../sandbox/forge/sql/sqlite';
import { readStatement } from '../../../sandbox/forge/sql/statement';
import { recordTicketEvent } from '../../../src/usecases/record-ticket-event';
import {
  AGENT,
  anAppWorld,
  BOT,
  CUSTOMER,
  HOUR,
  installed,
  MINUTE,
  MONDAY,
  openTicket,
  tagOf,
} from '../../support/app-world';
import { deskDeps } from '../../support/desk-deps';
import { openStore } from '../../support/forge-sql';

const issue = {
  id: '10001',
  key: 'IT-1',
  fields: {
    summary: 'VPN',
    project: { id: '10000', key: 'IT', projectTypeKey: 'service_desk' },
    created: '2026-03-02T09:00:00.000+0000',
  },
};
const event = (over: Readonly<Record<string, unknown>> = {}) => ({
  eventType: 'avi:jira:created:issue',
  timestamp: String(MONDAY),
  issue,
  ...over,
});

describe('an event that does not fit', () => {
  const database = openSqlite();
  afterAll(() => database.close());
  const record = async (payload: unknown) => {
    const { site } = await anAppWorld();
    const { store } = openStore(database);
    await store.migrate();
    return recordTicketEvent(deskDeps({ store, site, nowMs: MONDAY, actors: [] }), payload);
  };

  it.each<[string, unknown, string]>([
    ['of a kind nobody asked for', event({ eventType: 'avi:jira:viewed:issue' }), 'eventType'],
    ['without an issue', event({ issue: undefined }), 'issue'],
    [
      'without a project',
      event({ issue: { ...issue, fields: { created: issue.fields.created } } }),
      'issue.fields.project',
    ],
    ['with a time that is none', event({ timestamp: 'yesterday' }), 'timestamp'],
    ['that is no object', 'text', 'the whole'],
  ])('%s is refused by the name of its field', async (_case, payload, field) => {
    const result = await record(payload);
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    expect(JSON.stringify(result)).toContain(field);
  });

  it('of another kind of project is none of our business', async () => {
    const fields = {
      ...issue.fields,
      project: { id: '1', key: 'DEV', projectTypeKey: 'software' },
    };
    const payload = event({ issue: { ...issue, fields } });
    expect(await record(payload)).toEqual({ ok: true, value: 'irrelevant' });
  });
});

describe('a desk under strain', () => {
  it('is not disturbed by a payload of 5 MB, which the platform refuses by name', async () => {
    const world = await installed(await anAppWorld());
    const key = openTicket(world);
    await world.live.jumpMs(MINUTE);
    world.site.addComment({
      by: BOT,
      issue: key,
      body: 'x'.repeat(5 * 1_024 * 1_024),
      isPublic: true,
    });
    await world.live.jumpMs(5 * MINUTE);
    expect(world.complaints.join('\n')).toMatch(/PAYLOAD_TOO_LARGE|5 MB|payload/i);
    // Nothing is lost: the hour reads what no event could carry.
    await world.live.jumpMs(2 * HOUR);
    const { steps } = await askApp(world.host, 'readTicketVerdict', { issue: key }, AGENT);
    expect(steps.map(({ what }) => what)).toEqual(['opened', 'commented']);
    await world.live.stop();
  });

  it('reads a comment of 4 MB like any other, and keeps nothing of its text', async () => {
    const world = await installed(await anAppWorld());
    const key = openTicket(world);
    await world.live.jumpMs(MINUTE);
    world.site.addComment({ by: BOT, issue: key, body: 'secret '.repeat(600_000), isPublic: true });
    await world.live.jumpMs(5 * MINUTE);
    const { steps } = await askApp(world.host, 'readTicketVerdict', { issue: key }, AGENT);
    expect(steps.map(({ what }) => what)).toEqual(['opened', 'commented']);
    const stored = await world.host.database.execute(
      readStatement('SELECT document FROM ticket'),
      [],
    );
    expect(JSON.stringify(stored)).not.toContain('secret');
    await world.live.stop();
  });

  it('refuses a panel that asks with more than the platform carries', async () => {
    const world = await installed(await anAppWorld());
    const call = askApp(world.host, 'readTicketVerdict', { issue: 'x'.repeat(600_000) }, AGENT);
    await expect(call).rejects.toThrow(InvocationFailure);
    await world.live.stop();
  });

  it('finds a desk that was made after the installation, with its first ticket', async () => {
    const world = await installed(await anAppWorld());
    world.site.addProject({
      key: 'NEW',
      name: 'New desk',
      requestTypes: [{ name: 'VPN', issueType: 'Service Request' }],
      agents: [AGENT, BOT],
      admins: [],
      customers: [CUSTOMER],
    });
    const key = openTicket(world, 'NEW');
    await world.live.jumpMs(MINUTE);
    world.site.addComment({ by: BOT, issue: key, body: 'a', isPublic: true });
    world.site.transition({ by: BOT, issue: key, to: 'Resolved' });
    await world.live.jumpMs(2 * HOUR);
    expect(tagOf(world, key)).toMatchObject({ agent: 'Atlas' });
    const card = await askApp(
      world.host,
      'readDeskScorecard',
      { project: 'NEW', periodDays: 7 },
      AGENT,
    );
    expect(card).toMatchObject({ backfill: { status: 'done' }, score: { tickets: 1 } });
    expect(world.complaints).toEqual([]);
    await world.live.stop();
  });
});
