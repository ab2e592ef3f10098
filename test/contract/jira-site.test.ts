import { ENDPOINTS } from '../../sandbox/jira/rest/router';
import { scopeOf } from '../../sandbox/jira/rest/scopes';
import { textDocument } from '../../sandbox/jira/rest/text-document';
import { aSite, type Asked } from '../sandbox/jira/site-fixture';
import { describeWith } from '../support/shared';
import { Spec } from './jira-site-spec';

const PLATFORM = 'jira-platform-v3.swagger-v3.v3.json';
const SERVICE_DESK = 'jsm-cloud.service_management.json';
const DESK = '/rest/servicedeskapi';
const API = '/rest/api/3';

/** A site on which each kind of thing has happened. */
async function aSeededSite() {
  const fixture = aSite();
  const { site, clock, ask, aRequest } = fixture;
  aRequest('Printer is on fire', 'Highest');
  aRequest('Untouched');
  clock.advance(5 * 3_600_000);
  site.assign({ by: 'ada', issue: 'ITH-1', assignee: 'bot' });
  site.addComment({ by: 'bot', issue: 'ITH-1', body: 'Which printer?\n\nOurs?', isPublic: true });
  site.addComment({ by: 'ada', issue: 'ITH-1', body: 'Help it', isPublic: false });
  site.transition({ by: 'bot', issue: 'ITH-1', to: 'Waiting for customer' });
  site.transition({ by: 'ada', issue: 'ITH-1', to: 'Resolved' });
  site.giveFeedback({ by: 'cleo', issue: 'ITH-1', rating: 5, comment: 'Thanks' });
  site.transition({ by: 'cleo', issue: 'ITH-1', to: 'Waiting for support' });
  // Somebody whose account is gone, and something that nobody is named for.
  site.importIssue({
    key: 'ITH-7',
    project: 'ITH',
    requestType: null,
    issueType: 'Task',
    priority: null,
    reporter: 'ghost',
    summary: 'Old',
    createdMs: 0,
    resolutionDateMs: 1_000,
    status: 'Closed',
    resolution: 'Done',
    histories: [
      { atMs: 1_000, authorAccountId: null, items: [{ field: 'status', from: '1', to: '6' }] },
    ],
    comments: [
      { atMs: 500, authorAccountId: 'ghost', isPublic: true },
      { atMs: 600, authorAccountId: null, isPublic: true, body: 'From nowhere' },
    ],
    updatedMs: 1_000,
  });
  site.addGroup({ name: 'Network', members: ['ada'] });
  site.editFields({ by: 'ada', issue: 'ITH-1', labels: ['vpn'], supportGroup: 'Network' });
  const properties = { firstline: { outcome: 'x' } };
  const body = { issues: [{ issueID: 10_000, properties }] };
  await ask('POST', `${API}/issue/properties/multi`, { body });
  return fixture;
}

type Exchange = readonly [method: string, path: string, status: number, asked?: Asked];

const platformExchanges: readonly Exchange[] = [
  ['GET', `${API}/status`, 200],
  ['GET', `${API}/resolution`, 200, { as: 'ada' }],
  ['GET', `${API}/resolution/search?startAt=1&maxResults=2`, 200, { as: 'ada' }],
  ['GET', `${API}/resolution/search?id=10000&id=10002`, 200, { as: 'ada' }],
  ['GET', `${API}/priority`, 200, { as: 'ada' }],
  ['GET', `${API}/project/ITH/statuses`, 200, { as: 'ada' }],
  ['GET', `${API}/field`, 200],
  ['GET', `${API}/serverInfo`, 200],
  ['GET', `${API}/myself`, 200],
  ['GET', `${API}/myself`, 200, { as: 'cleo' }],
  ['GET', `${API}/user?accountId=ada`, 200],
  ['GET', `${API}/user?accountId=ghost`, 404],
  ['GET', `${API}/user/bulk?accountId=ada&accountId=ghost&accountId=bot&maxResults=1`, 200],
  ['GET', `${API}/user/bulk?accountId=ada&accountId=cleo`, 200, { as: 'ada' }],
  ['GET', `${API}/project/ITH`, 200],
  ['GET', `${API}/project/NO`, 404],
  [
    'GET',
    `${API}/project/search?typeKey=service_desk&orderBy=key&action=browse&startAt=0&maxResults=1`,
    200,
  ],
  ['GET', `${API}/mypermissions?projectKey=ITH&permissions=BROWSE_PROJECTS`, 200],
  ['GET', `${API}/mypermissions?issueKey=ITH-1&permissions=ADMINISTER`, 200, { as: 'ada' }],
  ['GET', `${API}/mypermissions`, 400],
  [
    'POST',
    `${API}/permissions/check`,
    200,
    { body: { projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], projects: [10_000] }] } },
  ],
  ['GET', `${API}/issue/ITH-1`, 200],
  ['GET', `${API}/issue/ITH-7?expand=changelog`, 200],
  ['GET', `${API}/issue/ITH-1?fields=summary,comment&expand=changelog&properties=firstline`, 200],
  ['GET', `${API}/issue/NO-1`, 404],
  [
    'POST',
    `${API}/issue/bulkfetch`,
    200,
    {
      body: {
        issueIdsOrKeys: ['ITH-1', 'ITH-99', 'ITH-7'],
        fields: ['summary', 'comment', 'customfield_10010'],
        properties: ['firstline'],
        expand: ['changelog'],
      },
    },
  ],
  [
    'POST',
    `${API}/changelog/bulkfetch`,
    200,
    { body: { issueIdsOrKeys: ['ITH-1', 'ITH-7'], fieldIds: ['status'], maxResults: 2 } },
  ],
  ['GET', `${API}/issue/ITH-1/changelog?startAt=1&maxResults=2`, 200],
  ['GET', `${API}/issue/ITH-1/comment?startAt=0&maxResults=1&orderBy=-created`, 200],
  ['GET', `${API}/issue/ITH-7/comment?expand=properties`, 200],
  [
    'POST',
    `${API}/issue/ITH-1/comment`,
    201,
    {
      body: {
        body: textDocument('Handed off'),
        properties: [
          { key: 'sd.public.comment', value: { internal: true } },
          { key: 'firstline', value: { id: 'h' } },
        ],
        visibility: { type: 'group', value: 'Network' },
      },
    },
  ],
  ['POST', `${API}/issue/ITH-1/comment`, 400, { body: { body: 'Plain' } }],
  ['POST', `${API}/issue/NO-1/comment`, 404, { body: { body: textDocument('a') } }],
  [
    'PUT',
    `${API}/issue/ITH-1?notifyUsers=false`,
    204,
    {
      body: {
        fields: {
          assignee: { accountId: 'ada' },
          priority: { id: '1' },
          customfield_10050: { name: 'Network' },
        },
        update: { labels: [{ add: 'a' }, { remove: 'vpn' }] },
      },
    },
  ],
  [
    'PUT',
    `${API}/issue/ITH-1?returnIssue=true`,
    200,
    { as: 'ada', body: { fields: { summary: 'New' } } },
  ],
  ['PUT', `${API}/issue/ITH-1`, 400, { body: { fields: { resolution: { id: '10000' } } } }],
  [
    'PUT',
    `${API}/issue/ITH-1?overrideScreenSecurity=true`,
    403,
    { as: 'ada', body: { fields: { summary: 'New' } } },
  ],
  ['GET', `${API}/issue/ITH-1/transitions`, 200],
  ['GET', `${API}/issue/ITH-1/transitions?transitionId=11`, 200, { as: 'ada' }],
  ['POST', `${API}/issue/ITH-1/transitions`, 204, { body: { transition: { id: '41' } } }],
  ['POST', `${API}/issue/ITH-1/transitions`, 400, { body: { transition: { id: '1' } } }],
  ['GET', `${API}/groups/picker?query=net&caseInsensitive=true&maxResults=5`, 200, { as: 'ada' }],
  ['GET', `${API}/group/bulk?groupName=Network&maxResults=10`, 200],
  ['GET', `${API}/group/bulk`, 403, { as: 'cleo' }],
  ['GET', `${API}/user/assignable/search?project=ITH&query=a`, 200, { as: 'ada' }],
  ['GET', `${API}/user/assignable/search?issueKey=ITH-1&accountId=ada`, 200],
  ['GET', `${API}/search/jql?jql=project%20%3D%20ITH&fields=*all&maxResults=2`, 200],
  [
    'POST',
    `${API}/search/jql`,
    200,
    { body: { jql: 'project = ITH', fields: ['*navigable'], expand: 'changelog' } },
  ],
  ['POST', `${API}/search/jql`, 200, { body: { jql: 'project = ITH', maxResults: 5_000 } }],
  [
    'POST',
    `${API}/search/jql`,
    200,
    { as: 'ada', body: { jql: 'id in (10000, 10001)', fields: ['summary', 'status'] } },
  ],
  [
    'POST',
    `${API}/search/jql`,
    400,
    { as: 'root', body: { jql: 'issue in (ITH-1, ITH-99)', fields: ['summary'] } },
  ],
  [
    'POST',
    `${API}/issue/bulkfetch`,
    200,
    {
      as: 'ada',
      body: { issueIdsOrKeys: ['10000', '10001', '99'], fields: ['summary', 'status'] },
    },
  ],
  ['POST', `${API}/search/jql`, 400, { body: { jql: 'colour = red' } }],
  ['POST', `${API}/search/approximate-count`, 200, { body: { jql: 'project = ITH' } }],
  ['GET', `${API}/issue/ITH-1/properties/firstline`, 200],
  ['GET', `${API}/issue/ITH-1/properties/none`, 404],
  ['PUT', `${API}/issue/ITH-1/properties/firstline`, 200, { body: { outcome: 'y' } }],
  ['PUT', `${API}/issue/ITH-1/properties/new`, 201, { body: ['y'] }],
  ['DELETE', `${API}/issue/ITH-1/properties/firstline`, 204],
  [
    'POST',
    `${API}/issue/properties/multi`,
    303,
    {
      body: {
        issues: [
          { issueID: 10_000, properties: { firstline: { outcome: 'y' } } },
          { issueID: 99, properties: { firstline: 1 } },
        ],
      },
    },
  ],
  ['GET', `${API}/task/10000`, 200],
  ['GET', `${API}/task/99`, 404],
  [
    'PUT',
    `${API}/app/field/customfield_10100/value?generateChangelog=false`,
    204,
    { body: { updates: [{ issueIds: [10_000], value: 'x' }] } },
  ],
  [
    'POST',
    `${API}/app/field/value`,
    204,
    { body: { updates: [{ customField: 'customfield_10100', issueIds: [10_000], value: 'y' }] } },
  ],
  [
    'PUT',
    `${API}/app/field/customfield_99/value`,
    404,
    { body: { updates: [{ issueIds: [10_000], value: 'x' }] } },
  ],
];

const serviceDeskExchanges: readonly Exchange[] = [
  ['GET', `${DESK}/info`, 200],
  ['GET', `${DESK}/servicedesk?start=0&limit=1`, 200],
  ['GET', `${DESK}/servicedesk/1`, 200],
  ['GET', `${DESK}/servicedesk/99`, 404],
  ['GET', `${DESK}/servicedesk/1/queue?includeCount=true&limit=2&start=2`, 200],
  ['GET', `${DESK}/servicedesk/1/queue/1?includeCount=true`, 200],
  ['GET', `${DESK}/servicedesk/1/queue/99`, 404],
  ['GET', `${DESK}/servicedesk/1/queue/1/issue`, 200],
  ['GET', `${DESK}/servicedesk/1/queue/1/issue`, 403, { as: 'cleo' }],
  ['GET', `${DESK}/servicedesk/1/requesttype`, 200],
  ['GET', `${DESK}/request/ITH-1?expand=serviceDesk,requestType`, 200],
  ['GET', `${DESK}/request/ITH-7`, 200],
  ['GET', `${DESK}/request/NO-1`, 404],
  ['GET', `${DESK}/request/ITH-1/comment?internal=false&public=true&start=0&limit=10`, 200],
  ['GET', `${DESK}/request/ITH-7/comment`, 200],
  ['GET', `${DESK}/request/ITH-1/sla`, 200],
  ['GET', `${DESK}/request/ITH-2/sla`, 200],
  ['GET', `${DESK}/request/ITH-1/status`, 200],
  ['GET', `${DESK}/request/ITH-1/feedback`, 200],
  ['GET', `${DESK}/request/ITH-2/feedback`, 404],
  [
    'POST',
    `${DESK}/request/ITH-1/feedback`,
    201,
    { as: 'cleo', body: { type: 'csat', rating: 2, comment: { body: 'Back again' } } },
  ],
];

const matches = (template: string, path: string): boolean => {
  const [wanted, parts] = [template, path.split('?')[0] ?? ''].map((text) => text.split('/'));
  if (wanted?.length !== parts?.length) return false;
  return wanted?.every((part, i) => part.startsWith('{') || part === parts?.[i]) ?? false;
};

describe.each([
  [PLATFORM, platformExchanges, 'ErrorCollection', API],
  [SERVICE_DESK, serviceDeskExchanges, 'ErrorResponse', DESK],
] as const)('the simulated site against %s', (file, exchanges, errorSchema, root) => {
  describeWith(['data', 'openapi', file], 'the published specification', (openApi) => {
    const spec = new Spec(openApi);

    const rows = exchanges.map(([method, path, status, asked = {}]) => ({
      method,
      path,
      status,
      asked,
    }));
    it.each(rows)('$method $path → $status', async ({ method, path, status, asked }) => {
      const { ask } = await aSeededSite();

      const answer = await ask(method, path, asked);

      expect(answer.status).toBe(status);
      expect(spec.requestProblems(method, path, asked.body)).toEqual([]);
      expect(spec.responseProblems(method, path, answer)).toEqual([]);
      if (status >= 400) expect(spec.problemsWith(errorSchema, answer.body)).toEqual([]);
    });

    it('knows the scope of each request as the specification has it', () => {
      const known = ENDPOINTS.filter(({ template }) => template.startsWith(root));
      expect(known.length).toBeGreaterThan(10);
      for (const { method, template } of known) {
        expect([template, scopeOf(method, template)]).toEqual([
          template,
          spec.scopeOf(method, template),
        ]);
      }
    });

    it('finds fault with what the specification does not allow', () => {
      const some = exchanges.find(([method]) => method === 'GET');
      const path = some?.[1] ?? '';
      expect(spec.requestProblems('GET', `${path}?nonsense=1`, undefined)).toEqual([
        'query parameter nonsense is not in the specification',
      ]);
      expect(spec.requestProblems('GET', '/rest/api/3/nonsense', undefined)).toHaveLength(1);
      expect(spec.problemsWith(errorSchema, { nonsense: true })).toHaveLength(1);
    });
  });
});

it.each(ENDPOINTS.map(({ method, template }) => [method, template]))(
  'an exchange covers %s %s',
  (method, template) => {
    const answered = [...platformExchanges, ...serviceDeskExchanges].filter(
      ([asked, path, status]) => asked === method && status < 400 && matches(template, path),
    );
    expect(answered).not.toEqual([]);
  },
);
