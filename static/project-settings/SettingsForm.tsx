import type { DeskSettings } from '../../src/contract';
import { usePanel } from '../shared/panel';
import { CalendarSettings } from './CalendarSettings';
import { ExclusionSettings } from './ExclusionSettings';
import { patchOf } from './field-patch';
import type { FormState } from './form-state';
import { PausedSetting } from './PausedSetting';
import { prepareDayProblems, prepareProblems } from './problem-words';
import { ResolutionSettings } from './ResolutionSettings';
import type { ChangeView } from './settings-changes';
import { draftOf } from './settings-draft';
import type { DraftState } from './use-draft';
import type { SettingsProblem } from './validate-settings';

interface SettingsFormProps {
  readonly desk: DeskSettings;
  readonly draft: DraftState;
  readonly problems: readonly SettingsProblem[];
  readonly changes: readonly ChangeView[];
}

/** Every setting. Nothing here holds before it is published. */
export function SettingsForm({ desk, draft, problems, changes }: SettingsFormProps) {
  const { formats } = usePanel();
  const form: FormState = {
    draft: draft.draft,
    changes,
    problems: prepareProblems(problems, formats),
    dayProblems: prepareDayProblems(problems, formats),
    change: draft.change,
    undo: (field) => draft.change(patchOf(field, draftOf(desk.settings))),
  };
  return (
    <form className="settings-stack" onSubmit={(event) => event.preventDefault()}>
      <ResolutionSettings form={form} />
      <ExclusionSettings
        form={form}
        seenRequestTypes={desk.seen.requestTypes}
        source={desk.desk.source}
      />
      <PausedSetting form={form} desk={desk.desk} />
      <CalendarSettings form={form} />
    </form>
  );
}
