import type {
  DeskEscalationPolicy,
  EscalationPolicy,
  RequestTypePolicy,
} from '../../../../../src/contract';
import { publishEscalationPolicyInputSchema } from '../../../../../src/contract/escalation-policy';
import { OPEN_POLICY } from '../../../../../src/contract/catalogue';
import {
  keepPolicyDraft,
  readKeptPolicyDraft,
} from '../../../../../static/project-settings/hand-off/kept-policy-draft';
import { preparePolicyChanges } from '../../../../../static/project-settings/hand-off/policy-changes';
import {
  draftOf,
  percentText,
  policyOf,
  type TypeDraft,
} from '../../../../../static/project-settings/hand-off/policy-draft';
import { preparePolicyVersions } from '../../../../../static/project-settings/hand-off/prepare-policy-versions';
import { prepareSelect } from '../../../../../static/project-settings/hand-off/prepare-select';
import { readTargetChoices } from '../../../../../static/project-settings/hand-off/read-target-choices';
import { rebasePolicy } from '../../../../../static/project-settings/hand-off/rebase-policy';
import { validatePolicy } from '../../../../../static/project-settings/hand-off/validate-policy';
import { FORMATS, GERMAN, plain } from '../../builders';

const NAMES = {
  people: new Map([
    ['a-1', 'Ada'],
    ['b-1', 'Ben'],
  ]),
  priorities: new Map([['1', 'Highest']]),
  statuses: new Map([['10003', 'Escalated']]),
};

const aPolicy = (
  fallback: Partial<RequestTypePolicy> = {},
  over: Partial<EscalationPolicy> = {},
): EscalationPolicy => ({
  ...OPEN_POLICY,
  fallback: { ...OPEN_POLICY.fallback, ...fallback },
  ...over,
});

const FULL = aPolicy({
  confidenceThreshold: 0.57,
  riskClass: 'supervised',
  maximumAttempts: 2,
  maximumTimeMs: 90_000,
  allowedTools: ['search'],
  target: {
    group: { fieldId: 'customfield_1', name: 'Network' },
    assigneeAccountId: 'a-1',
    priorityId: '1',
    label: 'ai-hand-off',
    statusId: '10003',
  },
  costs: { wrongResolution: 40, handOff: 2.5 },
});

const isTaken = (policy: EscalationPolicy): boolean =>
  publishEscalationPolicyInputSchema.safeParse({
    project: 'IT',
    policy,
    reason: '',
    basedOnVersion: 0,
    restoredFrom: null,
  }).success;

const typed = (over: Partial<TypeDraft>): EscalationPolicy => {
  const draft = draftOf(OPEN_POLICY);
  return policyOf({ ...draft, fallback: { ...draft.fallback, ...over } });
};

describe('a draft of a policy', () => {
  it('says what it was made from', () => {
    const policy = {
      ...FULL,
      requestTypes: [{ requestType: 'VPN', policy: OPEN_POLICY.fallback }],
    };
    expect(policyOf(draftOf(policy))).toEqual(policy);
    for (let percent = 0; percent <= 100; percent += 1) {
      expect(percentText(percent / 100)).toBe(String(percent));
      expect(typed({ thresholdPercent: String(percent) }).fallback.confidenceThreshold).toBe(
        percent / 100,
      );
    }
  });

  it('takes commas and blanks, and tells nothing from zero', () => {
    expect(typed({ thresholdPercent: ' 80,5 ', attempts: '' }).fallback).toMatchObject({
      confidenceThreshold: 0.805,
      maximumAttempts: null,
    });
    expect(typed({ thresholdPercent: '0' }).fallback.confidenceThreshold).toBe(0);
  });

  it.each<[string, Partial<TypeDraft>]>([
    ['confidenceThreshold', { thresholdPercent: '101' }],
    ['confidenceThreshold', { thresholdPercent: 'eighty' }],
    ['maximumAttempts', { attempts: '1.5' }],
    ['maximumAttempts', { attempts: '0' }],
    ['maximumTimeMs', { minutes: '44641' }],
    ['maximumTimeMs', { minutes: '0' }],
    ['label', { label: 'two words' }],
    ['costs', { wrongResolutionCost: '5' }],
    ['costs', { wrongResolutionCost: '5', handOffCost: '-1' }],
    [
      'policy',
      { hasToolList: true, tools: Array.from({ length: 99 }, (_, i) => `${i}${'ü'.repeat(250)}`) },
    ],
  ])('has a problem with %s where the app would refuse it', (field, over) => {
    const policy = typed(over);
    expect(validatePolicy(policy)).toEqual([{ requestType: null, field }]);
    expect(isTaken(policy)).toBe(false);
  });

  it('has none where the app would take it', () => {
    expect(validatePolicy(FULL)).toEqual([]);
    expect(isTaken(FULL)).toBe(true);
  });

  it('is kept for the tab only while the app would take it', () => {
    const kept = new Map<string, string>();
    const storage = () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
    const draft = { policy: FULL, basedOn: 2, restoring: null };
    keepPolicyDraft(storage, 'IT', draft);
    expect(readKeptPolicyDraft(storage, 'IT')).toEqual(draft);
    expect(readKeptPolicyDraft(storage, 'HR')).toBeNull();
    keepPolicyDraft(storage, 'IT', { ...draft, policy: typed({ attempts: 'x' }) });
    expect(readKeptPolicyDraft(storage, 'IT')).toBeNull();
    kept.set('firstline.policy-draft.IT', '{"basedOn":1,"policy":{}}');
    expect(readKeptPolicyDraft(storage, 'IT')).toBeNull();
  });

  it('keeps its own changes on top of another person’s', () => {
    const type = (requestType: string, over: Partial<RequestTypePolicy> = {}) => ({
      requestType,
      policy: { ...OPEN_POLICY.fallback, ...over },
    });
    const base = aPolicy({ confidenceThreshold: 0.5 }, { requestTypes: [type('A'), type('B')] });
    const mine = draftOf(
      aPolicy(
        { confidenceThreshold: 0.9 },
        { requestTypes: [type('A', { maximumAttempts: 3 }), type('C')] },
      ),
    );
    const theirs = aPolicy(
      { confidenceThreshold: 0.6, riskClass: 'supervised' },
      {
        needsSecondPerson: true,
        requestTypes: [type('A', { riskClass: 'never' }), type('B'), type('D')],
      },
    );
    const rebased = policyOf(rebasePolicy(mine, base, theirs));
    expect(rebased).toMatchObject({
      needsSecondPerson: true,
      fallback: { confidenceThreshold: 0.9, riskClass: 'supervised' },
    });
    expect(rebased.requestTypes).toEqual([
      type('A', { riskClass: 'never', maximumAttempts: 3 }),
      type('D'),
      type('C'),
    ]);
  });
});

describe('the differences of two policies', () => {
  const told = (before: EscalationPolicy, after: EscalationPolicy, formats = FORMATS) =>
    preparePolicyChanges(before, after, NAMES, formats).map(({ label, text }) =>
      plain(`${label}: ${text}`),
    );

  it('are told in words, in the order of the form', () => {
    expect(told(OPEN_POLICY, FULL)).toEqual([
      'Risk class: was Autonomous, now Supervised',
      'Confidence threshold: was none, now 57%',
      'Attempts: was no limit, now 2',
      'Time: was no limit, now 1 min 30 s',
      'Tools: was all tools, now search',
      'Group: was As it is, now Network',
      'Assignee: was As it is, now Ada',
      'Priority: was As it is, now Highest',
      'Status: was As it is, now Escalated',
      'Label: was none, now ai-hand-off',
      'Costs: was not said, now 40 for a wrong resolution, 2.5 for a hand-off',
    ]);
  });

  it('are none for the same in another order', () => {
    const [a, b] = ['VPN', 'Laptop'].map((requestType) => ({
      requestType,
      policy: { ...OPEN_POLICY.fallback, allowedTools: [requestType, 'x'] },
    }));
    if (a === undefined || b === undefined) throw new Error('Two were made');
    const turned = { ...a, policy: { ...a.policy, allowedTools: ['x', 'VPN'] } };
    const before = aPolicy({}, { requestTypes: [a, b] });
    expect(told(before, aPolicy({}, { requestTypes: [b, turned] }))).toEqual([]);
  });

  it('tell a request type that comes and goes, against what held for it', () => {
    const own = aPolicy(
      { confidenceThreshold: 0.5 },
      {
        needsSecondPerson: true,
        requestTypes: [
          { requestType: 'VPN', policy: { ...OPEN_POLICY.fallback, confidenceThreshold: 0.9 } },
        ],
      },
    );
    const without = aPolicy({ confidenceThreshold: 0.5 });
    expect(told(without, own)).toEqual([
      'Second person: was No, now Yes',
      'VPN: has a policy of its own',
      'VPN · Confidence threshold: was 50%, now 90%',
    ]);
    expect(told(own, without)).toEqual([
      'Second person: was Yes, now No',
      'VPN: follows all others again',
    ]);
  });

  it('name what Jira does not', () => {
    const of = (assigneeAccountId: string) =>
      aPolicy({ target: { ...OPEN_POLICY.fallback.target, assigneeAccountId } });
    expect(told(of('x-1'), of('x-2'))).toEqual([
      'Assignee: was something Jira does not show, now something Jira does not show',
    ]);
    expect(told(OPEN_POLICY, typed({ attempts: 'x' }))).toEqual(['Attempts: was no limit, now …']);
  });

  it('speak German', () => {
    expect(told(OPEN_POLICY, aPolicy({ confidenceThreshold: 0.5 }), GERMAN)).toEqual([
      'Konfidenzschwelle: vorher keine, jetzt 50 %',
    ]);
  });
});

describe('the versions of a policy', () => {
  it('tell who proposed and who approved', () => {
    const version = {
      version: 1,
      publishedAt: '2026-03-02T09:00:00.000Z',
      proposedBy: 'a-1',
      approvedBy: null,
      reason: null,
      restoredFrom: null,
      policy: OPEN_POLICY,
    };
    const desk: DeskEscalationPolicy = {
      desk: { key: 'IT', name: 'IT', source: 'jira' },
      asOf: '2026-03-02T11:00:00.000Z',
      version: 2,
      policy: FULL,
      versions: [
        { ...version, version: 2, approvedBy: 'b-1', reason: 'Safer', restoredFrom: 1 },
        version,
      ],
      proposal: null,
      seen: { requestTypes: [], tools: [] },
    };
    expect(preparePolicyVersions(desk, NAMES, FORMATS)).toMatchObject([
      {
        name: 'Version 2',
        origin: 'Published by Ada, approved by Ben 2 h ago',
        reason: 'Reason given: “Safer”',
        restores: 'restores version 1',
        changes: [],
        isInForce: true,
      },
      {
        name: 'Version 1',
        origin: 'Published by Ada 2 h ago',
        changes: null,
        isInForce: false,
      },
    ]);
  });
});

describe('what tickets can be routed to', () => {
  const answers: Readonly<Record<string, unknown>> = {
    '/rest/api/3/user/assignable/search': [
      { accountId: 'a-1', displayName: 'Ada' },
      { accountId: 'b-1' },
    ],
    '/rest/api/3/priority': [{ id: '1', name: 'Highest' }],
    '/rest/api/3/project/IT/statuses': [
      { statuses: [{ id: '1', name: 'Open' }] },
      { statuses: [{ id: '1', name: 'Open' }] },
    ],
    '/rest/api/3/groups/picker': { groups: [{ groupId: 'g', name: 'Network' }] },
    '/rest/api/3/field': [
      { id: 'summary', name: 'Summary', schema: { type: 'string' } },
      { id: 'customfield_1', name: 'Support group', schema: { type: 'group' } },
      { id: 'issuekey', name: 'Key' },
    ],
  };

  it('is read of Jira, each once', async () => {
    const askJira = (path: string) =>
      Promise.resolve({ status: 200, body: answers[path.split('?')[0] ?? ''] });
    expect(await readTargetChoices({ askJira }, 'IT')).toEqual({
      source: 'jira',
      people: [{ id: 'a-1', name: 'Ada' }],
      priorities: [{ id: '1', name: 'Highest' }],
      statuses: [{ id: '1', name: 'Open' }],
      groups: ['Network'],
      groupFields: [{ id: 'customfield_1', name: 'Support group' }],
    });
  });

  it('is not known when Jira refuses a part of it', async () => {
    const askJira = (path: string) =>
      Promise.resolve({ status: path.includes('groups') ? 403 : 200, body: [] });
    await expect(readTargetChoices({ askJira }, 'IT')).rejects.toThrow('403');
  });

  it('keeps what is chosen, and says when Jira lists it no longer', () => {
    const listed = [{ id: '2', name: 'Zed' }, ...[{ id: '1', name: 'Ada' }]];
    expect(prepareSelect('9', listed, FORMATS.t)).toEqual({
      value: '9',
      options: [
        { value: '', label: 'As it is' },
        { value: '1', label: 'Ada' },
        { value: '2', label: 'Zed' },
        { value: '9', label: '9 (Jira lists it no longer)' },
      ],
    });
    expect(prepareSelect('9', null, FORMATS.t).options.at(-1)).toEqual({ value: '9', label: '9' });
    expect(prepareSelect(null, [], FORMATS.t).value).toBe('');
  });
});
