import { addressOf, anInstance, BASIC, readAnswer, type InstanceFixture } from './instance-fixture';

const INCIDENTS = '/api/now/table/incident';

describe('the simulated Table API', () => {
  let desk: InstanceFixture;
  let first: string;
  let second: string;

  beforeAll(() => {
    desk = anInstance();
    const { clock, instance } = desk;
    const create = (short_description: string, group: string): string =>
      instance.acting.create('beth', {
        short_description,
        caller_id: 'abel',
        assignment_group: group,
        category: 'network',
      }).sysId;
    first = create('VPN', 'Service Desk');
    clock.advance(60_000);
    second = create('Wifi', 'Network');
    clock.advance(60_000);
    instance.acting.create('beth', { short_description: 'Fax' });
  });

  const numbers = async (query: string): Promise<readonly (string | undefined)[]> => {
    const { rows } = await desk.get(INCIDENTS, {
      sysparm_query: query,
      sysparm_fields: 'short_description',
    });
    return rows.map((row) => row['short_description']);
  };

  it('finds rows by every operator that the app uses, through references too', async () => {
    expect(await numbers('short_description=VPN')).toEqual(['VPN']);
    expect(await numbers('short_description!=VPN^ORDERBYshort_description')).toEqual([
      'Fax',
      'Wifi',
    ]);
    expect(await numbers('short_descriptionINVPN,Fax^ORDERBYDESCshort_description')).toEqual([
      'VPN',
      'Fax',
    ]);
    expect(await numbers('short_descriptionNOT INVPN,Fax')).toEqual(['Wifi']);
    expect(await numbers('caller_idISEMPTY')).toEqual(['Fax']);
    expect(await numbers('caller_idISNOTEMPTY^short_descriptionSTARTSWITHW')).toEqual(['Wifi']);
    expect(await numbers('short_description=VPN^ORshort_description=Fax^caller_idISEMPTY')).toEqual(
      ['Fax'],
    );
    expect(await numbers('short_description=VPN^NQcaller_idISEMPTY^ORDERBYnumber')).toEqual([
      'VPN',
      'Fax',
    ]);
    expect(await numbers('caller_id.user_name=abel^assignment_group.name=Network')).toEqual([
      'Wifi',
    ]);
  });

  it('finds a part of a text, in whatever case', async () => {
    expect(await numbers('short_descriptionLIKEif')).toEqual(['Wifi']);
    expect(await numbers('short_descriptionLIKEvpn')).toEqual(['VPN']);
  });

  it('reads on by a keyset of time and id', async () => {
    const time = '2026-03-02 09:01:00';
    expect(await numbers(`sys_updated_on>${time}^ORDERBYsys_updated_on^ORDERBYsys_id`)).toEqual([
      'Fax',
    ]);
    expect(
      await numbers(
        `sys_updated_on>${time}^NQsys_updated_on=${time}^sys_id>=${second}^ORDERBYsys_updated_on^ORDERBYsys_id`,
      ),
    ).toEqual(['Wifi', 'Fax']);
    expect(await numbers(`sys_updated_on<${time}`)).toEqual(['VPN']);
    expect(await numbers(`sys_updated_on=${time}`)).toEqual(['Wifi']);
    expect(await numbers(`sys_updated_on<=${time}^ORDERBYsys_updated_on`)).toEqual(['VPN', 'Wifi']);
  });

  it.each([
    ['an operator that it does not know', 'numberENDSWITH1'],
    ['a field that does not exist', 'colour=red'],
    ['a time in another shape', 'opened_at>2026-03-02T09:00:00Z'],
    ['a script', 'opened_at>=javascript:gs.daysAgo(1)'],
  ])('refuses %s, which a real instance would pass over', async (_case, query) => {
    const { status, body } = await desk.get(INCIDENTS, { sysparm_query: query });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { message: 'Invalid query' }, status: 'failure' });
  });

  it('pages with links and a count, and leaves both out on demand', async () => {
    const page = await desk.get(INCIDENTS, { sysparm_query: 'ORDERBYnumber', sysparm_limit: '1' });
    const at = (offset: number): string =>
      addressOf(
        `${INCIDENTS}?sysparm_query=ORDERBYnumber&sysparm_limit=1&sysparm_offset=${offset}`,
      );
    expect(page.headers.get('Link')).toBe(
      `<${at(0)}>;rel="first",<${at(-1)}>;rel="prev",<${at(1)}>;rel="next",<${at(2)}>;rel="last"`,
    );
    expect(page.headers.get('X-Total-Count')).toBe('3');
    const last = await desk.get(INCIDENTS, { sysparm_limit: '1', sysparm_offset: '2' });
    expect(last.headers.get('Link')).not.toContain('rel="next"');
    const bare = await desk.get(INCIDENTS, {
      sysparm_no_count: 'true',
      sysparm_suppress_pagination_header: 'true',
    });
    expect([bare.headers.get('Link'), bare.headers.get('X-Total-Count')]).toEqual([null, null]);
  });

  it('writes references, labels and times as they are asked for', async () => {
    const fields = 'state,assignment_group,caller_id.user_name,opened_at,assigned_to,nonsense';
    const ask = async (parameters: Readonly<Record<string, string>>): Promise<unknown> =>
      (await desk.get(`${INCIDENTS}/${first}`, { sysparm_fields: fields, ...parameters })).body[
        'result'
      ];
    const group = desk.instance.reading.incident(first)?.['assignment_group'] ?? '';
    const link = addressOf(`/api/now/table/sys_user_group/${group}`);
    const state = { display_value: 'New', value: '1' };
    expect(await ask({})).toEqual({
      state: '1',
      assignment_group: { link, value: group },
      'caller_id.user_name': 'abel',
      opened_at: '2026-03-02 09:00:00',
      assigned_to: '',
    });
    // 09:00 UTC is one o'clock at night in California.
    expect(await ask({ sysparm_display_value: 'true' })).toMatchObject({
      state: 'New',
      assignment_group: { display_value: 'Service Desk', link },
      opened_at: '2026-03-02 01:00:00',
    });
    expect(
      await ask({ sysparm_display_value: 'all', sysparm_exclude_reference_link: 'true' }),
    ).toMatchObject({
      state,
      assignment_group: { display_value: 'Service Desk', value: group },
      assigned_to: { display_value: '', value: '' },
    });
  });

  it('answers by its own clock', async () => {
    const { get } = anInstance({ clockSkewMs: 90_000 });
    const { headers } = await get(INCIDENTS);
    expect(headers.get('Date')).toBe('Mon, 02 Mar 2026 09:01:30 GMT');
  });

  it('refuses addresses that are too long for it', async () => {
    const { status } = await desk.get(INCIDENTS, { sysparm_query: `numberIN${'x'.repeat(8_190)}` });
    expect(status).toBe(414);
  });

  it('gives a token by client credentials until it expires', async () => {
    const { clock, instance } = anInstance();
    const askToken = (secret: string): Promise<Response> =>
      instance.fetch(addressOf('/oauth_token.do'), {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: 'client',
          client_secret: secret,
        }),
      });
    const refused = await readAnswer(await askToken('guess'));
    expect([refused.status, refused.body]).toEqual([
      401,
      { error: 'server_error', error_description: 'access_denied' },
    ]);
    const { body } = await readAnswer(await askToken('hush'));
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 1_800 });
    const read = async (Authorization: string): Promise<number> =>
      (await instance.fetch(addressOf(INCIDENTS), { headers: { Authorization } })).status;
    const bearer = `Bearer ${String(body['access_token'])}`;
    expect([await read(bearer), await read(BASIC), await read('Basic eDp5')]).toEqual([
      200, 200, 401,
    ]);
    clock.advance(1_800_000);
    expect(await read(bearer)).toBe(401);
  });

  it('keeps fields, rows and tables from who may not see them', async () => {
    const { instance, get, patch } = anInstance();
    const shown = instance.acting.create('beth', { short_description: 'shown' });
    const hidden = instance.acting.create('beth', { short_description: 'hidden' });
    instance.rules.hideField('incident', 'short_description');
    instance.rules.showRows('incident', (row) => row['sys_id'] !== hidden.sysId);
    instance.rules.requireRole('sys_audit', 'auditor');
    instance.rules.removeTable('task_sla');
    instance.rules.requireRoleToWrite('incident', 'writer');
    const list = await get(INCIDENTS, { sysparm_fields: 'number,short_description' });
    expect(list.rows).toEqual([{ number: shown.number }]);
    expect(list.headers.get('X-Total-Count')).toBe('2');
    const status = async (path: string): Promise<number> => (await get(path)).status;
    expect(await status(`${INCIDENTS}/${hidden.sysId}`)).toBe(404);
    expect(await status('/api/now/table/sys_audit')).toBe(403);
    expect(await status('/api/now/table/task_sla')).toBe(400);
    expect(await status(`${INCIDENTS}?sysparm_query=short_description=x`)).toBe(403);
    expect((await patch(shown.sysId, { priority: '1' })).status).toBe(403);
  });
});
