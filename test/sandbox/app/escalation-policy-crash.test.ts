import { askApp } from '../../../sandbox/ask-app';
import { anAppWorld, HOUR, installed, PROJECT_ADMIN, SITE_ADMIN } from '../../support/app-world';
import { CrashingDatabase } from '../../support/crashing-database';
import { auditOfDesk } from '../../support/desk-settings';
import { handOffBelow, policyOfDesk, publishPolicy } from '../../support/escalation-policy';

const aCrashingDesk = async () => {
  const database = new CrashingDatabase();
  const world = await installed(await anAppWorld({ database, delivery: { duplicateShare: 0 } }));
  return { database, world };
};

describe('a container that dies while a policy is published', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])(
    'at its statement %i leaves all of it or nothing, an hour later, and it can be sent again',
    async (statement) => {
      const { database, world } = await aCrashingDesk();
      const send = () =>
        publishPolicy(world, handOffBelow(0.8), { basedOnVersion: 0, reason: 'Try it' });
      database.crashAt(statement);
      await expect(send()).rejects.toThrow();
      expect(database.hasCrashed).toBe(true);
      await world.live.jumpMs(2 * HOUR);
      const left = await policyOfDesk(world);
      expect(left.versions).toHaveLength(left.version);
      expect(await auditOfDesk(world)).toHaveLength(left.version);

      expect(await send()).toEqual({ status: 'published', version: 1 });
      const after = await policyOfDesk(world);
      expect(after.versions).toMatchObject([
        { version: 1, proposedBy: PROJECT_ADMIN, reason: 'Try it', policy: handOffBelow(0.8) },
      ]);
      expect(await auditOfDesk(world)).toMatchObject([{ action: 'policy-published', version: 1 }]);
      await world.live.stop();
    },
  );
});

describe('a container that dies while a proposal is approved', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])(
    'at its statement %i leaves it waiting or published with its records, an hour later',
    async (statement) => {
      const { database, world } = await aCrashingDesk();
      const guarded = { needsSecondPerson: true };
      await publishPolicy(world, handOffBelow(0.7, guarded));
      await publishPolicy(world, handOffBelow(0.8, guarded));
      const proposalId = (await policyOfDesk(world)).proposal?.proposalId ?? '';
      const decision = { project: 'IT', proposalId, decision: 'approve' } as const;
      const send = () => askApp(world.host, 'decidePolicyProposal', decision, SITE_ADMIN);
      database.crashAt(statement);
      await expect(send()).rejects.toThrow();
      expect(database.hasCrashed).toBe(true);
      await world.live.jumpMs(2 * HOUR);
      if ((await policyOfDesk(world)).proposal !== null) expect(await send()).toBe(2);

      const after = await policyOfDesk(world);
      expect(after).toMatchObject({ version: 2, policy: handOffBelow(0.8, guarded) });
      expect(after.versions.map(({ version, approvedBy }) => [version, approvedBy])).toEqual([
        [2, SITE_ADMIN],
        [1, null],
      ]);
      expect((await auditOfDesk(world)).map(({ action }) => action)).toEqual([
        'policy-published',
        'policy-proposed',
        'policy-published',
      ]);
      await world.live.stop();
    },
  );
});
