import { askApp } from '../../../sandbox/ask-app';
import { anAppWorld, HOUR, installed, PROJECT_ADMIN } from '../../support/app-world';
import { CrashingDatabase } from '../../support/crashing-database';
import { auditOfDesk, settingsOfDesk } from '../../support/desk-settings';

describe('a container that dies while settings are published', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'at its statement %i leaves all of it or nothing, an hour later, and it can be sent again',
    async (statement) => {
      const database = new CrashingDatabase();
      const world = await installed(
        await anAppWorld({ database, delivery: { duplicateShare: 0 } }),
      );
      const held = await settingsOfDesk(world);
      const publication = {
        project: 'IT',
        settings: { ...held.settings, timeZone: 'Asia/Tokyo' },
        reason: 'Moved',
        basedOnVersion: 1,
        restoredFrom: null,
      };
      const send = () => askApp(world.host, 'publishSettings', publication, PROJECT_ADMIN);
      database.crashAt(statement);
      await expect(send()).rejects.toThrow();
      expect(database.hasCrashed).toBe(true);
      await world.live.jumpMs(2 * HOUR);

      const left = await settingsOfDesk(world);
      const audit = await auditOfDesk(world);
      expect(left.versions).toHaveLength(left.version);
      expect(left.versions[0]?.settings).toEqual(left.settings);
      expect(audit).toHaveLength(left.version - 1);
      expect(left.isRescoring).toBe(false);

      expect(await send()).toBe(2);
      const after = await settingsOfDesk(world);
      expect(
        after.versions.map(({ version, accountId, reason }) => [version, accountId, reason]),
      ).toEqual([
        [2, PROJECT_ADMIN, 'Moved'],
        [1, null, null],
      ]);
      expect(await auditOfDesk(world)).toMatchObject([{ version: 2 }]);
      await world.live.stop();
    },
  );
});
