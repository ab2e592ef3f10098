import { askApp } from '../../../sandbox/ask-app';
import { readStatement } from '../../../sandbox/forge/sql/statement';
import type { ServiceNowCheck, TestServiceNowInput } from '../../../src/contract';
import { HOUR, MINUTE, SITE_ADMIN } from '../../support/app-world';
import { refusalOf } from '../../support/refusal';
import {
  anInstanceWorld,
  CLIENT_SECRET,
  CONNECT,
  HOST,
  OTHER_HOST,
  PASSWORD,
  WITH_PASSWORD,
  type InstanceWorld,
} from '../../support/servicenow-world';

/** Only what did not pass, a line each. */
const wrong = (checks: readonly ServiceNowCheck[]): readonly string[] =>
  checks.flatMap(({ check, status, missing, subjects }) =>
    status === 'passed' || status === 'skipped'
      ? []
      : [[check, status, missing, ...subjects].join(' ')],
  );

/** What a desk leaves rows in, by what names it there. */
const TABLES = [
  ['desk', 'desk_id'],
  ['ticket', 'desk_id'],
  ['episode', 'desk_id'],
  ['daily_rollup', 'desk_id'],
  ['audit_entry', 'subject'],
] as const;

describe('the connection to ServiceNow', () => {
  let world: InstanceWorld;
  beforeAll(async () => {
    world = await anInstanceWorld();
  });
  afterAll(async () => {
    await world.live.stop();
    await world.host.close();
  });
  afterEach(() => {
    world.instance.rules.clear();
    world.instance.endFailures();
  });

  const ask = <K extends Parameters<typeof askApp>[1]>(
    key: K,
    payload: Parameters<typeof askApp<K>>[2],
  ) => askApp(world.host, key, payload, SITE_ADMIN);
  const tested = async (input: Partial<TestServiceNowInput> = {}) =>
    wrong((await ask('testServiceNow', { ...CONNECT, ...input })).checks);
  const status = async () => {
    const { connection } = await ask('readServiceNow', {});
    if (connection === null) throw new Error('Nothing is connected');
    return connection;
  };
  const desksOf = async () =>
    (await ask('readAdministration', {})).desks.filter(({ source }) => source === 'servicenow');
  const stored = async (query: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const result = await world.host.database.execute(readStatement(query), []);
    return 'rows' in result ? result.rows : [];
  };
  const tickets = async (): Promise<number> =>
    (await stored("SELECT ticket_id FROM ticket WHERE desk_id LIKE 'servicenow:%'")).length;

  describe('before it is made', () => {
    it('asks nobody, and finds nothing wrong with an instance that has all', async () => {
      await world.live.jumpMs(2 * HOUR);
      expect(world.instance.requests).toEqual([]);
      expect(await tested()).toEqual([]);
      expect(await tested({ credentials: { kind: 'basic', password: PASSWORD } })).toEqual([]);
      expect((await ask('readServiceNow', {})).connection).toBeNull();
      expect(await refusalOf(world, 'readServiceNowChoices', {}, SITE_ADMIN)).toEqual({
        kind: 'conflict',
      });
    });

    it.each<readonly [string, () => void, Partial<TestServiceNowInput>, readonly string[]]>([
      [
        'a wrong secret',
        () => undefined,
        { credentials: { kind: 'oauth', clientId: 'client', clientSecret: 'wrong' } },
        ['sign-in failed credentials'],
      ],
      [
        'a wrong password',
        () => undefined,
        { credentials: { kind: 'basic', password: 'wrong' } },
        ['sign-in failed credentials'],
      ],
      [
        'a role that the account lacks',
        () => world.instance.rules.requireRole('sys_audit', 'admin'),
        {},
        ['sys_audit failed role sys_audit'],
      ],
      [
        'a table that is not there',
        () => world.instance.rules.removeTable('task_sla'),
        {},
        ['task_sla limited table task_sla'],
      ],
      [
        'a field that access rules hide',
        () => world.instance.rules.hideField('incident', 'state'),
        {},
        ['incident failed field state'],
      ],
      [
        'records that access rules hide',
        () => world.instance.rules.showRows('incident', () => false),
        {},
        ['incident failed rows incident'],
      ],
      [
        'a user that does not exist',
        () => undefined,
        { userName: 'nobody' },
        ['sys_user failed user nobody'],
      ],
      [
        'an address over http',
        () => undefined,
        { address: `http://${HOST}` },
        ['address failed not-https'],
      ],
      [
        'an address within a private network',
        () => undefined,
        { address: 'https://10.0.0.1', hasOwnDomain: true },
        ['address failed not-an-instance'],
      ],
      [
        'a host that does not exist',
        () => undefined,
        { address: 'nowhere.service-now.com' },
        ['reach failed unreachable nowhere.service-now.com'],
      ],
      [
        'a host that nobody approved',
        () => undefined,
        { address: 'support.acme.com', hasOwnDomain: true },
        ['reach failed egress support.acme.com'],
      ],
      [
        'an instance that sleeps',
        () => world.instance.failRequests({ answer: { kind: 'html' }, times: 9 }),
        {},
        ['reach failed unreachable acme.service-now.com'],
      ],
      [
        'a redirect, which is not followed',
        () =>
          world.instance.failRequests({
            answer: { kind: 'redirect', to: 'https://evil.example/collect' },
            times: 9,
          }),
        {},
        ['reach failed redirect evil.example'],
      ],
    ])('names %s, and stores nothing', async (_, arrange, input, expected) => {
      arrange();
      expect(await tested(input)).toEqual(expected);
      const connecting = await ask('connectServiceNow', { ...CONNECT, ...input });
      expect(connecting.isConnected).toBe(connecting.isUsable);
      if (connecting.isConnected) await ask('disconnectServiceNow', { deletesData: true });
      expect((await ask('readServiceNow', {})).connection).toBeNull();
    });
  });

  describe('once it is made', () => {
    beforeAll(async () => {
      expect(await ask('connectServiceNow', CONNECT)).toMatchObject({ isConnected: true });
      await world.live.jumpMs(10 * MINUTE);
    });

    it('has the incidents read as a desk of their own, by a mapping of the instance’s choices', async () => {
      const { mapping, address, userName, auth, desks, push } = await status();
      expect({ address, userName, auth }).toEqual({
        address: `https://${HOST}`,
        userName: 'firstline',
        auth: 'oauth',
      });
      expect(desks).toEqual([{ deskKey: 'sn-acme', groupName: null }]);
      expect(push).toEqual({ issuedAt: null, receivedAt: null });
      expect(mapping.states.find(({ value }) => value === '9')).toEqual({
        value: '9',
        label: 'Awaiting Vendor',
        category: 'indeterminate',
        paused: false,
      });
      expect(mapping.states.filter(({ category }) => category === 'done').length).toBeGreaterThan(
        2,
      );
      const [desk] = await desksOf();
      expect(desk).toMatchObject({ projectKey: 'sn-acme', timeZone: 'UTC' });
      expect(desk?.backfill).toMatchObject({ status: 'done', ticketsDone: 3 });
      expect(await tickets()).toBe(3);
    });

    it('offers what the instance has for the mapping', async () => {
      const choices = await ask('readServiceNowChoices', {});
      expect(choices.groups.map(({ name }) => name)).toEqual(['Network', 'Service Desk']);
      expect(choices.integrationUsers).toEqual([
        { accountId: 'servicenow:atlas.bot', userName: 'atlas.bot' },
        { accountId: 'servicenow:firstline', userName: 'firstline' },
      ]);
      expect(choices.verdictFields.map(({ name }) => name)).toEqual(['u_ai_outcome']);
      expect(choices.holdReasons.map(({ label }) => label)).toContain('Awaiting Caller');
      expect(choices.unread).toEqual([]);
      world.instance.rules.requireRole('sys_user_group', 'admin');
      const less = await ask('readServiceNowChoices', {});
      expect([less.groups, less.unread]).toEqual([[], ['sys_user_group']]);
    });

    it('keeps secrets out of answers, logs, tables and the audit', async () => {
      await ask('connectServiceNow', WITH_PASSWORD);
      await ask('connectServiceNow', CONNECT);
      const { secret } = await ask('issueServiceNowPushSecret', {});
      const told = JSON.stringify([
        await ask('readServiceNow', {}),
        await ask('readServiceNowChoices', {}),
        await ask('exportSettings', {}),
        await stored("SELECT action, detail FROM audit_entry WHERE subject = 'site'"),
        world.lines,
      ]);
      for (const planted of [CLIENT_SECRET, PASSWORD, secret]) expect(told).not.toContain(planted);
      expect(told).toContain('servicenow-credentials-changed');
      const { mapping } = await status();
      expect((await ask('exportSettings', {})).serviceNow).toMatchObject({ mapping });
    });

    it('gives out a secret to push with, in a script that is ready to paste', async () => {
      const { address, secret, script } = await ask('issueServiceNowPushSecret', {});
      expect(address).toMatch(/^https:\/\/.*\/public\//);
      expect(secret).toMatch(/^[\w-]{43}$/);
      expect(script).toContain(JSON.stringify(address));
      expect(script).toContain(JSON.stringify(secret));
      expect((await status()).push.issuedAt).not.toBeNull();
    });

    it('keeps mapping and version history when the sign-in changes, and refuses another instance', async () => {
      const before = await status();
      await ask('connectServiceNow', WITH_PASSWORD);
      const after = await status();
      expect(after).toMatchObject({ auth: 'basic', mapping: before.mapping });
      expect(after.connectedAt).toBe(before.connectedAt);
      expect(after.version).toBe(before.version + 1);
      const refusal = await refusalOf(
        world,
        'connectServiceNow',
        { ...CONNECT, address: OTHER_HOST },
        SITE_ADMIN,
      );
      expect(refusal).toEqual({
        kind: 'invalid-input',
        issues: [`address: https://${HOST} is connected; disconnect it first`],
      });
    });

    it('reads the history again when states change, and not when only the verdict field does', async () => {
      const { mapping, version } = await status();
      const save = { viewerGroups: [], basedOnVersion: version };
      const named = { ...mapping, verdictField: 'u_ai_outcome' };
      expect(await ask('saveServiceNowMapping', { ...save, mapping: named })).toBe(version + 1);
      expect((await desksOf())[0]?.backfill.status).toBe('done');
      expect(
        await refusalOf(world, 'saveServiceNowMapping', { ...save, mapping }, SITE_ADMIN),
      ).toEqual({ kind: 'conflict' });
      const states = mapping.states.map((state) =>
        state.value === '9' ? { ...state, paused: true } : state,
      );
      await ask('saveServiceNowMapping', {
        ...save,
        mapping: { ...named, states },
        basedOnVersion: version + 1,
      });
      expect((await desksOf())[0]?.backfill.status).toBe('none');
      await world.live.jumpMs(5 * MINUTE);
      expect((await desksOf())[0]?.backfill.status).toBe('done');
      expect(await tickets()).toBe(3);
    });

    it('says that the field for verdicts is hidden, and connects all the same', async () => {
      world.instance.rules.hideField('incident', 'u_ai_outcome');
      expect(await tested()).toEqual(['verdict-field limited field u_ai_outcome']);
    });

    it('makes a desk of each chosen group', async () => {
      const { mapping, version } = await status();
      const { groups } = await ask('readServiceNowChoices', {});
      await ask('saveServiceNowMapping', {
        mapping: { ...mapping, groups: groups.map(({ sysId, name }) => ({ sysId, name })) },
        viewerGroups: [],
        basedOnVersion: version,
      });
      await world.live.jumpMs(5 * MINUTE);
      const { desks } = await status();
      expect(desks.map(({ groupName }) => groupName)).toEqual(['Network', 'Service Desk']);
      expect((await desksOf()).map(({ projectKey }) => projectKey).sort()).toEqual(
        desks.map(({ deskKey }) => deskKey).sort(),
      );
      expect((await ask('readServiceNow', {})).keptDesks).toEqual(['acme']);
    });
  });

  describe('when it ends', () => {
    it('keeps the desks as they are, and asks nobody any more', async () => {
      await ask('disconnectServiceNow', { deletesData: false });
      const { requests } = world.instance;
      const before = requests.length;
      await world.live.jumpMs(3 * HOUR);
      expect(requests.length).toBe(before);
      const { connection, keptDesks } = await ask('readServiceNow', {});
      expect(connection).toBeNull();
      expect(keptDesks).toHaveLength(3);
      expect(await tickets()).toBe(3);
      expect(await desksOf()).toEqual([]);
      await ask('disconnectServiceNow', { deletesData: false });
    });

    it('goes on with what was kept when the same instance is connected again', async () => {
      world.instance.acting.create('abel', { caller_id: 'abel', short_description: 'New one' });
      await ask('connectServiceNow', CONNECT);
      await world.live.jumpMs(10 * MINUTE);
      expect(await tickets()).toBe(4);
      expect((await desksOf()).map(({ projectKey }) => projectKey)).toEqual(['sn-acme']);
    });

    it('deletes everything of its desks when asked to, but that it happened', async () => {
      const left = async () => {
        const found: Record<string, number> = {};
        for (const [table, column] of TABLES) {
          const rows = await stored(
            `SELECT ${column} FROM ${table} WHERE ${column} LIKE '%servicenow:%'`,
          );
          found[table] = rows.length;
        }
        return found;
      };
      expect(Object.values(await left()).every((rows) => rows > 0)).toBe(true);
      await ask('disconnectServiceNow', { deletesData: true });
      expect((await ask('readServiceNow', {})).leavingDesks).toHaveLength(3);
      await world.live.jumpMs(10 * MINUTE);
      await ask('disconnectServiceNow', { deletesData: true });
      const { keptDesks, leavingDesks } = await ask('readServiceNow', {});
      expect([keptDesks, leavingDesks]).toEqual([[], []]);
      expect(await left()).toEqual(Object.fromEntries(TABLES.map(([table]) => [table, 0])));
      const site = await stored("SELECT action FROM audit_entry WHERE subject = 'site'");
      expect(JSON.stringify(site)).toContain('desk-forgotten');
    });
  });
});
