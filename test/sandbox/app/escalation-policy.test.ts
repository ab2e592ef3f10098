import { askApp } from '../../../sandbox/ask-app';
import type { EscalationPolicy } from '../../../src/contract';
import { OPEN_POLICY } from '../../../src/domain/escalation/policy';
import {
  anAppWorld,
  HOUR,
  installed,
  PROJECT_ADMIN,
  SITE_ADMIN,
  type AppWorld,
} from '../../support/app-world';
import { auditOfDesk } from '../../support/desk-settings';
import {
  decideProposal,
  handOffBelow,
  policyOfDesk,
  publishPolicy,
} from '../../support/escalation-policy';
import { changeDesk, deskOf } from '../../support/stored';

const GUARDED = { needsSecondPerson: true };

describe('the escalation policy of a desk', () => {
  let world: AppWorld;
  beforeEach(async () => {
    world = await installed(await anAppWorld());
  });
  afterEach(() => world.live.stop());
  const refusal = (kind: string) => ({ error: { kind } });

  it('is nobody’s to begin with: nothing is handed off', async () => {
    expect(await policyOfDesk(world)).toEqual({
      desk: { key: 'IT', name: 'IT', source: 'jira' },
      asOf: '2026-03-02T09:05:00.000Z',
      version: 0,
      policy: OPEN_POLICY,
      versions: [],
      proposal: null,
      seen: { requestTypes: [], tools: [] },
    });
    expect((await deskOf(world)).escalation).toBeNull();
  });

  it('is published as versions, with author, time, reason, and an entry in the audit', async () => {
    expect(await publishPolicy(world, handOffBelow(0.7), { reason: '  Try it ' })).toEqual({
      status: 'published',
      version: 1,
    });
    await world.live.jumpMs(HOUR);
    await publishPolicy(world, handOffBelow(0.8), { accountId: SITE_ADMIN });
    const told = await policyOfDesk(world);
    expect(told).toMatchObject({ version: 2, policy: handOffBelow(0.8), proposal: null });
    expect(told.versions).toEqual([
      {
        version: 2,
        publishedAt: '2026-03-02T10:05:00.000Z',
        proposedBy: SITE_ADMIN,
        approvedBy: null,
        reason: null,
        restoredFrom: null,
        policy: handOffBelow(0.8),
      },
      {
        version: 1,
        publishedAt: '2026-03-02T09:05:00.000Z',
        proposedBy: PROJECT_ADMIN,
        approvedBy: null,
        reason: 'Try it',
        restoredFrom: null,
        policy: handOffBelow(0.7),
      },
    ]);
    expect((await deskOf(world)).escalation).toEqual({
      version: 2,
      // Ten minutes back: a run whose hand-off is under way is not let go.
      since: Date.parse('2026-03-02T09:55:00.000Z'),
      policy: handOffBelow(0.8),
    });
    expect(await auditOfDesk(world)).toEqual(
      [
        { version: 1, accountId: PROJECT_ADMIN, policy: handOffBelow(0.7) },
        { version: 2, accountId: SITE_ADMIN, policy: handOffBelow(0.8) },
      ].map((entry) => ({
        action: 'policy-published',
        proposalId: null,
        approvedBy: null,
        restoredFrom: null,
        ...entry,
      })),
    );
    expect(world.complaints).toEqual([]);
  });

  it('does not change when what holds is published again, in whatever order', async () => {
    const typed = (...names: readonly string[]): EscalationPolicy =>
      handOffBelow(0.5, {
        requestTypes: names.map((requestType) => ({
          requestType,
          policy: { ...OPEN_POLICY.fallback, allowedTools: names },
        })),
      });
    await publishPolicy(world, typed('VPN', 'Laptop'));
    const again = { status: 'published', version: 1 };
    expect(await publishPolicy(world, typed('Laptop', 'VPN'))).toEqual(again);
    // Sent again because its answer was lost.
    expect(await publishPolicy(world, typed('VPN', 'Laptop'), { basedOnVersion: 0 })).toEqual(
      again,
    );
    expect(await auditOfDesk(world)).toHaveLength(1);
  });

  it('stays as it is when somebody published meanwhile', async () => {
    await publishPolicy(world, handOffBelow(0.7));
    const late = publishPolicy(world, handOffBelow(0.9), { basedOnVersion: 0 });
    await expect(late).rejects.toMatchObject(refusal('conflict'));
    expect(await policyOfDesk(world)).toMatchObject({ version: 1, policy: handOffBelow(0.7) });
    expect(await auditOfDesk(world)).toHaveLength(1);
  });

  it('is that of one of two who publish at once, and all records agree', async () => {
    const results = await Promise.allSettled([
      publishPolicy(world, handOffBelow(0.7), { basedOnVersion: 0 }),
      publishPolicy(world, handOffBelow(0.9), { basedOnVersion: 0, accountId: SITE_ADMIN }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { policy, versions } = await policyOfDesk(world);
    expect(versions).toHaveLength(1);
    expect(versions[0]?.policy).toEqual(policy);
    expect(await auditOfDesk(world)).toMatchObject([{ version: 1, policy }]);
  });

  it('can be that of a former version again', async () => {
    await publishPolicy(world, handOffBelow(0.7));
    await publishPolicy(world, handOffBelow(0.8));
    await expect(publishPolicy(world, handOffBelow(0.7), { restoredFrom: 9 })).rejects.toThrow(
      'restoredFrom: there is no such version',
    );
    await expect(publishPolicy(world, handOffBelow(0.75), { restoredFrom: 1 })).rejects.toThrow(
      'restoredFrom: its policy is another',
    );
    await publishPolicy(world, handOffBelow(0.7), { restoredFrom: 1 });
    const { policy, versions } = await policyOfDesk(world);
    expect(policy).toEqual(handOffBelow(0.7));
    expect(versions[0]).toMatchObject({ version: 3, restoredFrom: 1 });
  });

  it.each<[string, Partial<EscalationPolicy>]>([
    ['policy.fallback.confidenceThreshold', handOffBelow(1.01)],
    [
      'policy.requestTypes: a request type is there twice',
      {
        requestTypes: ['VPN', 'VPN '].map((requestType) => ({
          requestType,
          policy: OPEN_POLICY.fallback,
        })),
      },
    ],
    [
      'policy.fallback.allowedTools: a tool is there twice',
      { fallback: { ...OPEN_POLICY.fallback, allowedTools: ['a', 'a'] } },
    ],
    [
      'policy: too long',
      {
        fallback: {
          ...OPEN_POLICY.fallback,
          allowedTools: Array.from({ length: 100 }, (_, i) => `${i}${'ü'.repeat(250)}`),
        },
      },
    ],
  ])('refuses what does not fit by its field: %s', async (field, over) => {
    await expect(publishPolicy(world, { ...OPEN_POLICY, ...over })).rejects.toThrow(field);
    expect((await policyOfDesk(world)).version).toBe(0);
  });

  it('is exported with all its versions', async () => {
    await publishPolicy(world, handOffBelow(0.7), { reason: 'Try it' });
    const { desks } = await askApp(world.host, 'exportSettings', {}, SITE_ADMIN);
    const of = (key: string) => desks.find(({ projectKey }) => projectKey === key)?.policyVersions;
    expect(of('IT')).toMatchObject([
      { version: 1, proposedBy: PROJECT_ADMIN, reason: 'Try it', policy: handOffBelow(0.7) },
    ]);
    expect(of('HR')).toEqual([]);
  });

  describe('that asks for a second person', () => {
    beforeEach(async () => {
      await publishPolicy(world, handOffBelow(0.7, GUARDED));
    });

    it('changes when another administrator approves, and records both', async () => {
      const wanted = handOffBelow(0.9, GUARDED);
      const proposed = await publishPolicy(world, wanted, { reason: 'Too many came back' });
      expect(proposed).toEqual({ status: 'proposed', proposalId: expect.any(String) as string });
      const waiting = await policyOfDesk(world, SITE_ADMIN);
      expect(waiting).toMatchObject({
        version: 1,
        policy: handOffBelow(0.7, GUARDED),
        proposal: {
          at: '2026-03-02T09:05:00.000Z',
          proposedBy: PROJECT_ADMIN,
          isOwn: false,
          reason: 'Too many came back',
          policy: wanted,
        },
      });
      expect((await policyOfDesk(world)).proposal?.isOwn).toBe(true);

      await world.live.jumpMs(HOUR);
      expect(await decideProposal(world, 'approve')).toBe(2);
      const after = await policyOfDesk(world);
      expect(after).toMatchObject({ version: 2, policy: wanted, proposal: null });
      expect(after.versions[0]).toEqual({
        version: 2,
        publishedAt: '2026-03-02T10:05:00.000Z',
        proposedBy: PROJECT_ADMIN,
        approvedBy: SITE_ADMIN,
        reason: 'Too many came back',
        restoredFrom: null,
        policy: wanted,
      });
      const proposalId = waiting.proposal?.proposalId;
      expect((await auditOfDesk(world)).slice(1)).toEqual([
        {
          action: 'policy-proposed',
          proposalId,
          accountId: PROJECT_ADMIN,
          basedOnVersion: 1,
          restoredFrom: null,
          policy: wanted,
        },
        {
          action: 'policy-published',
          version: 2,
          proposalId,
          accountId: PROJECT_ADMIN,
          approvedBy: SITE_ADMIN,
          restoredFrom: null,
          policy: wanted,
        },
      ]);
    });

    it('is not changed by one person alone, nor is that rule', async () => {
      const open = handOffBelow(0.7);
      await publishPolicy(world, open);
      await expect(decideProposal(world, 'approve', PROJECT_ADMIN)).rejects.toThrow(
        'decision: who proposed it cannot decide it',
      );
      await expect(decideProposal(world, 'reject', PROJECT_ADMIN)).rejects.toThrow('decision:');
      await expect(decideProposal(world, 'withdraw', SITE_ADMIN)).rejects.toThrow(
        'decision: only who proposed it can withdraw it',
      );
      expect(await policyOfDesk(world)).toMatchObject({
        version: 1,
        policy: GUARDED,
        proposal: { policy: open },
      });
      await decideProposal(world, 'approve');
      expect(await publishPolicy(world, handOffBelow(0.2))).toMatchObject({ status: 'published' });
    });

    it.each([
      ['reject', SITE_ADMIN, 'policy-rejected'],
      ['withdraw', PROJECT_ADMIN, 'policy-withdrawn'],
    ] as const)(
      'stays after a %s, and another change can be proposed',
      async (how, who, action) => {
        await publishPolicy(world, handOffBelow(0.9, GUARDED));
        expect(await decideProposal(world, how, who)).toBe(1);
        expect(await policyOfDesk(world)).toMatchObject({
          version: 1,
          policy: handOffBelow(0.7, GUARDED),
          proposal: null,
        });
        expect((await auditOfDesk(world)).at(-1)).toMatchObject({ action, accountId: who });
        expect(await publishPolicy(world, handOffBelow(0.8, GUARDED))).toMatchObject({
          status: 'proposed',
        });
      },
    );

    it('takes one proposal at a time; the same one sent again is that one', async () => {
      const wanted = handOffBelow(0.9, GUARDED);
      const proposed = await publishPolicy(world, wanted);
      expect(await publishPolicy(world, wanted)).toEqual(proposed);
      const other = publishPolicy(world, handOffBelow(0.8, GUARDED), { accountId: SITE_ADMIN });
      await expect(other).rejects.toMatchObject(refusal('conflict'));
      expect(await auditOfDesk(world)).toHaveLength(2);
    });

    it('is decided once, whoever decides at the same time', async () => {
      await publishPolicy(world, handOffBelow(0.9, GUARDED));
      const results = await Promise.allSettled([
        decideProposal(world, 'approve'),
        decideProposal(world, 'withdraw', PROJECT_ADMIN),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const { version, proposal, versions } = await policyOfDesk(world);
      expect(proposal).toBeNull();
      expect(versions).toHaveLength(version);
      const decisions = (await auditOfDesk(world)).slice(2);
      expect(decisions.map(({ action }) => action)).toEqual([
        version === 2 ? 'policy-published' : 'policy-withdrawn',
      ]);
    });

    it('is not changed by a proposal that was made for another version', async () => {
      await publishPolicy(world, handOffBelow(0.9, GUARDED));
      await changeDesk(world, 'IT', (desk) => ({
        ...desk,
        escalation: desk.escalation && { ...desk.escalation, version: 2 },
      }));
      await expect(decideProposal(world, 'approve')).rejects.toMatchObject(refusal('conflict'));
      await decideProposal(world, 'reject');
      expect(await policyOfDesk(world)).toMatchObject({ version: 2, proposal: null });
    });
  });
});
