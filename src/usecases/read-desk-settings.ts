import type { DeskSettings, ReadDeskSettingsInput } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import { settingsOf } from '../domain/outcome/measurement-settings';
import type { Deps } from './deps';
import { deskLabel } from './desk-label';
import { versionsOf } from './settings-version';
import { toWireVersion } from './wire-settings';
import { iso } from './wire-time';

const VERSIONS_SHOWN = 50;
const REQUEST_TYPES_SHOWN = 100;

/** What a desk is measured by, since when and by whose decision: two statements. */
export async function readDeskSettings(
  deps: Pick<Deps, 'store' | 'access' | 'clock'>,
  { project }: ReadDeskSettingsInput,
): Promise<Result<DeskSettings>> {
  const allowed = await deps.access.canAdministerDesk({ idOrKey: project });
  if (!allowed.ok) return allowed;
  const { deskId } = allowed.value;
  const desk = await deps.store.readDesk(deskId);
  if (desk === null) return err({ kind: 'not-found-or-not-permitted' });
  const { versions, requestTypes } = await deps.store.readSettingsPage({
    deskId,
    versions: VERSIONS_SHOWN,
    requestTypes: REQUEST_TYPES_SHOWN,
  });
  const now = deps.clock.now();
  return ok({
    desk: deskLabel(desk),
    asOf: iso(now),
    version: desk.definitionVersion,
    settings: settingsOf(desk),
    versions: versionsOf(desk, versions, now).slice(0, VERSIONS_SHOWN).map(toWireVersion),
    overridePolicy: desk.overridePolicy,
    isRescoring: desk.rescore !== null,
    seen: { requestTypes },
  });
}
