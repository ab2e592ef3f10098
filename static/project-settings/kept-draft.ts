import type { MeasurementSettings } from '../../src/contract';
import { draftKeeper } from '../shared/draft/draft-keeper';
import { draftOf, settingsOf } from './settings-draft';
import { validateSettings } from './validate-settings';

export const settingsKeeper = draftKeeper<'settings', MeasurementSettings>('settings', (kept) => {
  const settings = settingsOf(draftOf(kept));
  return validateSettings(settings).length > 0 ? null : settings;
});

export const { read: readKeptDraft, keep: keepDraft } = settingsKeeper;
