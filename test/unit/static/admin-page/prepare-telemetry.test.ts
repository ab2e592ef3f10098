import { createCredentialInputSchema } from '../../../../src/contract';
import {
  agentChoices,
  credentialOf,
  problemsOfCredential,
} from '../../../../static/admin-page/telemetry/credential-entry';
import { exporterSettings } from '../../../../static/admin-page/telemetry/exporter-settings';
import { prepareTelemetry } from '../../../../static/admin-page/telemetry/prepare-telemetry';
import { FORMATS, GERMAN, plain } from '../builders';
import { someAdministration } from './administration-builder';
import { aCredential, aWaiting, someTelemetry, someUnmatched } from './telemetry-builder';

const NOBODY = {
  names: new Map<string, string>(),
  read: { status: 'read', issues: new Map() },
} as const;

describe('what an exporter is told', () => {
  it('has the blank of its header written as in an address', () => {
    expect(exporterSettings('https://a.example.com/x', 'id.secret').split('\n')).toEqual([
      'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=https://a.example.com/x',
      'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/json',
      'OTEL_EXPORTER_OTLP_TRACES_HEADERS=Authorization=Bearer%20id.secret',
    ]);
  });
});

describe('a new credential', () => {
  it('is for registered AI agents alone', () => {
    const actors = [
      { actorId: 'bot', accountId: 'bot', kind: 'ai-agent', name: 'Atlas', vendor: null },
      { actorId: 'nameless', accountId: 'nameless', kind: 'ai-agent', name: null, vendor: null },
      { actorId: 'rule', accountId: 'rule', kind: 'automation', name: null, vendor: null },
    ] as const;
    expect(agentChoices(someAdministration({ actors }))).toEqual([
      { value: 'bot', label: 'Atlas' },
      { value: 'nameless', label: 'nameless' },
    ]);
  });

  it.each([
    [
      { agentId: '', label: ' ', traceUrlTemplate: '' },
      { agentId: 'noAgent', label: 'noLabel' },
    ],
    [
      { agentId: 'bot', label: 'A', traceUrlTemplate: 'http://t.example.com/{traceId}' },
      { traceUrlTemplate: 'noTraceUrl' },
    ],
    [
      { agentId: 'bot', label: 'A', traceUrlTemplate: 'https://t.example.com/' },
      { traceUrlTemplate: 'noTraceUrl' },
    ],
  ])('is not made while something is missing: %#', (entry, problems) => {
    expect(problemsOfCredential(entry)).toEqual(problems);
    expect(credentialOf(entry)).toBeNull();
  });

  it.each([
    ['', null],
    [' https://t.example.com/{traceId} ', 'https://t.example.com/{traceId}'],
  ])('is what the app takes, with a link to traces or without: %j', (url, sent) => {
    const input = credentialOf({ agentId: 'bot', label: ' Prod ', traceUrlTemplate: url });
    expect(input).toEqual({ agentId: 'bot', label: 'Prod', traceUrlTemplate: sent });
    expect(createCredentialInputSchema.parse(input)).toEqual(input);
  });
});

describe('prepareTelemetry', () => {
  it('lists credentials that hold before revoked ones, the newest first', () => {
    const credentials = [
      aCredential('old', { lastUsedAt: '2026-03-10T08:00:00.000Z' }),
      aCredential('gone', {
        createdAt: '2026-03-09T09:00:00.000Z',
        revokedAt: '2026-03-09T10:00:00.000Z',
      }),
      aCredential('new', {
        agentName: null,
        createdAt: '2026-03-08T09:00:00.000Z',
        formerSecretUntil: '2026-03-10T12:00:00.000Z',
      }),
    ];
    const names = new Map([['admin-1', 'Ada']]);
    const rows = prepareTelemetry(
      someTelemetry({ credentials }),
      { ...NOBODY, names },
      FORMATS,
    ).credentials.map(({ credentialId, agent, createdBy, lastUsed, status, note, isRevoked }) => [
      credentialId,
      agent,
      createdBy,
      lastUsed.text,
      status.label,
      note === null ? null : plain(note),
      isRevoked,
    ]);
    expect(rows).toEqual([
      [
        'new',
        'bot',
        'Ada',
        'never',
        'Never used',
        'The secret before holds until 10 Mar 2026, 13:00.',
        false,
      ],
      ['old', 'Atlas', 'Ada', '1 h ago', 'In use', null, false],
      ['gone', 'Atlas', 'Ada', 'never', 'Revoked', 'on 9 Mar 2026, 11:00', true],
    ]);
  });

  it('counts runs without a ticket by agent', () => {
    const [row] = prepareTelemetry(
      someTelemetry({ unmatched: [someUnmatched('bot', 1_234)] }),
      NOBODY,
      FORMATS,
    ).unmatched;
    expect(row).toMatchObject({ agent: 'bot', runs: '1,234', lastReceived: { text: '1 h ago' } });
  });

  it.each([
    [{ step: 'due' }, 'Is about to be told in the ticket.', false],
    [{ step: 'commented' }, 'Told in the ticket; is being passed on.', false],
    [{ step: 'routed' }, 'Passed on; is being written down.', false],
    [
      { problem: 'source-unavailable', attempts: 1 },
      'Waits: Jira is busy or does not answer. Tried 1 time.',
      true,
    ],
    [
      { problem: 'refused:assignee', attempts: 4 },
      'Waits: Jira refused the assignee. Tried 4 times.',
      true,
    ],
  ] as const)('says why a hand-off is not done: %#', (some, state, isStopped) => {
    const handOffs = [aWaiting('1', some)];
    const [row] = prepareTelemetry(someTelemetry({ handOffs }), NOBODY, FORMATS).handOffs;
    expect(row).toMatchObject({
      state,
      isStopped,
      reason: 'the confidence was below the threshold',
    });
  });

  it('shows a ticket as the viewer sees it in Jira', () => {
    const issue = { key: 'IT-1', summary: 'VPN', status: 'Open' };
    const handOffs = [aWaiting('1'), aWaiting('2')];
    const read = { status: 'read', issues: new Map([['10001', issue]]) } as const;
    const rows = prepareTelemetry(someTelemetry({ handOffs }), { ...NOBODY, read }, FORMATS);
    expect(rows.handOffs.map(({ ticket }) => [ticket.sight, ticket.issue?.key])).toEqual([
      ['visible', 'IT-1'],
      ['hidden', undefined],
    ]);
  });

  it('speaks German', () => {
    const handOffs = [aWaiting('1', { problem: 'source-unavailable', attempts: 2 })];
    const [row] = prepareTelemetry(someTelemetry({ handOffs }), NOBODY, GERMAN).handOffs;
    expect(row?.state).toBe('Wartet: Jira ist ausgelastet oder antwortet nicht. 2-mal versucht.');
  });
});
