import type { ProblemsByField } from './problem-words';
import type { ChangeView } from './settings-changes';
import type { SettingsDraft } from './settings-draft';
import type { SettingsField } from './settings-fields';

/** What every part of the form reads and does. */
export interface FormState {
  readonly draft: SettingsDraft;
  readonly changes: readonly ChangeView[];
  readonly problems: ProblemsByField;
  /** By day of the week, Monday first. */
  readonly dayProblems: readonly (string | null)[];
  readonly change: (patch: Partial<SettingsDraft>) => void;
  /** Puts a setting back to what holds. */
  readonly undo: (field: SettingsField) => void;
}
