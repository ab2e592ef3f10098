import type { MeasurementSettings } from '../../src/contract';
import { patchOf } from './field-patch';
import { draftOf, type SettingsDraft } from './settings-draft';
import { SETTINGS_FIELDS } from './settings-fields';

/**
 * A draft on top of what somebody else published: settings that the draft changed stay as drafted, all
 * others follow.
 *
 * @param base - what the draft began from
 */
export function rebaseDraft(
  draft: SettingsDraft,
  base: MeasurementSettings,
  now: MeasurementSettings,
): SettingsDraft {
  const [before, after] = [draftOf(base), draftOf(now)];
  const own = SETTINGS_FIELDS.filter(
    (field) => JSON.stringify(patchOf(field, draft)) !== JSON.stringify(patchOf(field, before)),
  );
  return own.reduce((rebased, field) => ({ ...rebased, ...patchOf(field, draft) }), after);
}
