import type { DeskSettings, MeasurementSettings } from '../../src/contract';
import { areSameSettings } from '../../src/contract/catalogue';
import { settingsKeeper } from './kept-draft';
import { rebaseDraft } from './rebase-draft';
import { draftOf, settingsOf, type SettingsDraft } from './settings-draft';
import {
  useVersionDraft,
  type DraftKind,
  type VersionDraft,
} from '../shared/draft/use-version-draft';

const SETTINGS: DraftKind<'settings', MeasurementSettings, SettingsDraft> = {
  kind: 'settings',
  keeper: settingsKeeper,
  toDraft: draftOf,
  toContent: settingsOf,
  rebase: rebaseDraft,
  areSame: areSameSettings,
};

/** What a person is about to publish. */
export type DraftState = VersionDraft<SettingsDraft>;

export const useDraft = (desk: DeskSettings): DraftState =>
  useVersionDraft(SETTINGS, {
    project: desk.desk.key,
    version: desk.version,
    content: desk.settings,
    contentAt: (wanted) => settingsAt(desk, wanted),
  });

/** null: so old that it is no longer listed. */
export const settingsAt = (
  { versions }: DeskSettings,
  wanted: number,
): MeasurementSettings | null =>
  versions.find(({ version }) => version === wanted)?.settings ?? null;
