import { askApp } from '../../../sandbox/ask-app';
import {
  AGENT,
  anAppWorld,
  BOT,
  HOUR,
  installed,
  MINUTE,
  openTicket,
  RULE,
  SITE_ADMIN,
  tagOf,
  type AppWorld,
} from '../../support/app-world';
import { auditDetails } from '../../support/audit';
import { openStore } from '../../support/forge-sql';
import { statementsOfLastCall } from '../../support/last-call';
import { changeDesk, storeOf } from '../../support/stored';

const administration = ({ host }: AppWorld) => askApp(host, 'readAdministration', {}, SITE_ADMIN);

describe('what administrators of Jira see', () => {
  let world: AppWorld;
  beforeEach(async () => {
    world = await installed(await anAppWorld());
  });
  afterEach(() => world.live.stop());

  it('is every desk, the registry, the usage, in two statements', async () => {
    openTicket(world);
    await world.live.jumpMs(2 * HOUR);
    const told = await administration(world);
    expect(statementsOfLastCall(world)).toBe(2);
    expect(told.desks.map(({ projectKey }) => projectKey).sort()).toEqual(['HR', 'IT']);
    expect(told.desks.find(({ projectKey }) => projectKey === 'IT')).toMatchObject({
      timeZone: 'UTC',
      definitionVersion: 1,
      isRescoring: false,
      completeFrom: null,
      backfill: { status: 'done', problem: null, ticketsUnreadable: 0 },
      waiting: { unsettled: 0, untagged: 0, flagged: 0 },
    });
    expect(told.desks.every(({ computedAt }) => computedAt !== null)).toBe(true);
    expect(told.actors).toEqual([
      { actorId: BOT, accountId: BOT, kind: 'ai-agent', name: 'Atlas', vendor: 'Test' },
    ]);
    expect(new Set(told.usage.map(({ work }) => work))).toEqual(
      new Set(['sync-desks', 'backfill-desk', 'refresh-desk', 'refresh-rollups']),
    );
    expect(told.usage.every(({ day }) => day === '2026-03-02')).toBe(true);
  });

  it('names apps and strangers until they are registered, with the episodes they touch', async () => {
    world.site.addUser({ accountId: 'gone', accountType: 'atlassian', displayName: 'Gone' });
    world.site.addSiteAdmin('gone');
    for (const by of [RULE, RULE, 'gone']) {
      const issue = openTicket(world, 'IT', `Matter of ${by} at ${world.clock.now()}`);
      await world.live.jumpMs(MINUTE);
      world.site.addComment({ by, issue, body: 'a', isPublic: false });
      if (by === 'gone') world.site.removeUser('gone');
      await world.live.jumpMs(MINUTE);
    }
    await world.live.jumpMs(2 * HOUR);
    const { unclassified } = await administration(world);
    expect(unclassified).toMatchObject([
      { actorId: RULE, accountId: RULE, kind: 'automation', episodes: 2 },
      { accountId: null, kind: 'unknown', episodes: 1, lastSeenAt: '2026-03-02T09:09:00.000Z' },
    ]);
    expect(unclassified[1]?.actorId).not.toContain('gone');

    const rule = { kind: 'automation', name: null, vendor: null } as const;
    for (const actorId of unclassified.map((each) => each.actorId)) {
      const payload = { accountId: null, actorId, ...rule };
      await askApp(world.host, 'registerActor', payload, SITE_ADMIN);
    }
    expect((await administration(world)).unclassified).toEqual([]);
    await world.live.jumpMs(5 * MINUTE);
    // Judged again, the episodes themselves no longer hold any doubt.
    const store = storeOf(world);
    const deskIds = (await store.listDesks()).map(({ deskId }) => deskId);
    const ids = (await Promise.all(deskIds.map((id) => store.listTicketIds(id, '', 9)))).flat();
    const rows = await store.readLatestEpisodes(ids);
    expect(rows.map(({ doubtfulActors }) => doubtfulActors)).toEqual([[], [], []]);
    expect((await administration(world)).actors.slice(1)).toMatchObject([
      { actorId: RULE, accountId: RULE },
      { accountId: null },
    ]);
  });
});

describe('the registry of actors', () => {
  let world: AppWorld;
  beforeEach(async () => {
    world = await installed(await anAppWorld());
  });
  afterEach(() => world.live.stop());

  const rule = {
    accountId: RULE,
    actorId: null,
    kind: 'ai-agent',
    name: 'Rules',
    vendor: null,
  } as const;

  it('takes one actor more, changes it, and lets it go; tickets are judged again each time', async () => {
    const issue = openTicket(world);
    await world.live.jumpMs(MINUTE);
    world.site.addComment({ by: RULE, issue, body: 'a', isPublic: true });
    world.site.transition({ by: RULE, issue, to: 'Resolved' });
    await world.live.jumpMs(5 * MINUTE);
    expect(tagOf(world, issue)).toMatchObject({ outcome: 'without-ai' });

    await askApp(world.host, 'registerActor', rule, SITE_ADMIN);
    await world.live.jumpMs(5 * MINUTE);
    expect(tagOf(world, issue)).toMatchObject({ outcome: 'pending', agent: 'Rules' });
    await askApp(world.host, 'registerActor', { ...rule, name: 'Robo' }, SITE_ADMIN);
    await askApp(world.host, 'registerActor', { ...rule, name: 'Robo' }, SITE_ADMIN);
    await world.live.jumpMs(5 * MINUTE);
    expect(tagOf(world, issue)).toMatchObject({ agent: 'Robo' });
    expect((await administration(world)).actors.map(({ actorId }) => actorId)).toEqual([BOT, RULE]);

    await askApp(world.host, 'unregisterActor', { actorId: RULE }, SITE_ADMIN);
    await askApp(world.host, 'unregisterActor', { actorId: RULE }, SITE_ADMIN);
    await world.live.jumpMs(5 * MINUTE);
    expect(tagOf(world, issue)).toMatchObject({ outcome: 'without-ai' });

    const accountId = SITE_ADMIN;
    // What changed nothing is not told.
    expect(await auditDetails(world, 'site')).toMatchObject([
      { action: 'actors-saved', accountId, actors: [{ actorId: BOT, kind: 'ai-agent' }] },
      { action: 'actor-registered', accountId, actorId: RULE, name: 'Rules' },
      { action: 'actor-registered', accountId, actorId: RULE, name: 'Robo' },
      { action: 'actor-unregistered', accountId, actorId: RULE },
    ]);
  });

  it('keeps people by their hash, and their account beside it for those who show names', async () => {
    const person = { ...rule, accountId: AGENT, kind: 'human-agent', name: null } as const;
    await askApp(world.host, 'registerActor', person, SITE_ADMIN);
    const entry = (await administration(world)).actors[1];
    expect(entry).toMatchObject({ accountId: AGENT, kind: 'human-agent' });
    expect(entry?.actorId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('reads entries from before accounts were kept', async () => {
    const old = [{ actorId: BOT, kind: 'ai-agent', name: 'Atlas', vendor: null }];
    world.host.kvs.put('plain', 'settings:actors', JSON.stringify(old), null);
    expect((await administration(world)).actors).toEqual([{ ...old[0], accountId: null }]);
  });
});

describe('a desk that an older app has scored', () => {
  it('is judged again once, so that its episodes say who is in doubt', async () => {
    const world = await installed(await anAppWorld());
    const issue = openTicket(world);
    await world.live.jumpMs(MINUTE);
    world.site.addComment({ by: RULE, issue, body: 'a', isPublic: true });
    await world.live.jumpMs(2 * HOUR);
    // As the older app left it: no column, no mark, and fingerprints that know of neither.
    const { db, store } = openStore(world.host.database);
    await db.write("UPDATE episode SET doubtful_actors = ''");
    for (const row of await db.select('SELECT ticket_id, document FROM ticket')) {
      const document = JSON.parse(String(row['document'])) as {
        settledVerdicts: readonly object[];
      };
      const settledVerdicts = document.settledVerdicts.map((each) => ({
        ...each,
        fingerprint: 'of-older-app',
      }));
      await db.write('UPDATE ticket SET document = ? WHERE ticket_id = ?', [
        JSON.stringify({
          ...document,
          settledVerdicts,
          owedAudit: undefined,
          undoneOverrides: undefined,
        }),
        String(row['ticket_id']),
      ]);
    }
    // A column that the older app did not have.
    await db.write('UPDATE ticket SET ticket_key = NULL');
    for (const row of await db.select('SELECT desk_id, document FROM desk')) {
      const document = JSON.parse(String(row['document'])) as object;
      await db.write('UPDATE desk SET document = ? WHERE desk_id = ?', [
        JSON.stringify({ ...document, scoredBy: undefined, overridePolicy: undefined }),
        String(row['desk_id']),
      ]);
    }
    expect((await administration(world)).unclassified).toEqual([]);
    await world.live.jumpMs(2 * HOUR);
    expect((await administration(world)).unclassified).toMatchObject([
      { actorId: RULE, episodes: 1 },
    ]);
    const desks = await store.listDesks();
    expect(desks.map(({ scoredBy, rescore }) => [scoredBy, rescore])).toEqual([
      [3, null],
      [3, null],
    ]);
    expect(await db.select('SELECT ticket_id FROM ticket WHERE ticket_key IS NULL')).toEqual([]);
    await world.live.jumpMs(2 * HOUR);
    expect((await store.listDesks()).every(({ rescore }) => rescore === null)).toBe(true);
    expect(world.complaints).toEqual([]);
    await world.live.stop();
  });
});

describe('exported settings', () => {
  it('hold the registry and what each desk is measured by', async () => {
    const world = await installed(await anAppWorld());
    await changeDesk(world, 'IT', (desk) => ({ ...desk, overridePolicy: 'agents' }));
    const told = await askApp(world.host, 'exportSettings', {}, SITE_ADMIN);
    const cost = world.host.meter.lastInvocation();
    // All desks at once, then the versions of each.
    expect([cost?.sqlSelects, cost?.sqlWrites]).toEqual([1 + told.desks.length, 0]);
    expect(told).toMatchObject({
      format: 'firstline-settings',
      formatVersion: 1,
      exportedAt: new Date(world.clock.now()).toISOString(),
      actors: [{ actorId: BOT, accountId: BOT }],
    });
    expect(told.desks.find(({ projectKey }) => projectKey === 'IT')).toMatchObject({
      version: 1,
      overridePolicy: 'agents',
      versions: [{ version: 1, settings: { definition: { windowHours: 168 }, timeZone: 'UTC' } }],
    });
    await world.live.stop();
  });
});
