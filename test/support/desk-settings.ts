import { askApp } from '../../sandbox/ask-app';
import type { World } from '../../sandbox/world';
import type { DeskSettings, MeasurementSettings } from '../../src/contract';
import { PROJECT_ADMIN } from './app-world';
import { auditDetails } from './audit';
import { deskOf } from './stored';

export const settingsOfDesk = ({ host }: World, project = 'IT'): Promise<DeskSettings> =>
  askApp(host, 'readDeskSettings', { project }, PROJECT_ADMIN);

/** Publishes the desk's settings with these changes, as its administrator; the version that holds. */
export async function publish(
  world: World,
  over: Partial<MeasurementSettings>,
  options: {
    readonly reason?: string;
    readonly basedOnVersion?: number;
    readonly restoredFrom?: number;
    readonly accountId?: string;
  } = {},
): Promise<number> {
  const held = await settingsOfDesk(world);
  const publication = {
    project: 'IT',
    settings: { ...held.settings, ...over },
    reason: options.reason ?? '',
    basedOnVersion: options.basedOnVersion ?? held.version,
    restoredFrom: options.restoredFrom ?? null,
  };
  return askApp(world.host, 'publishSettings', publication, options.accountId ?? PROJECT_ADMIN);
}

/** What the IT desk's audit tells, after its chain was verified. */
export const auditOfDesk = async (world: World) =>
  auditDetails(world, `desk:${(await deskOf(world)).deskId}`);
