import { CheckList } from '../shared/form/CheckList';
import { readResolutionNames } from '../shared/jira/read-choices';
import { useChoices } from '../shared/jira/use-choices';
import { usePanel } from '../shared/panel';
import { ChoicesNotice } from './ChoicesNotice';
import type { FormState } from './form-state';
import { optionsOf } from './options-of';
import { Setting } from './Setting';
import { SettingsGroup } from './SettingsGroup';

interface ExclusionSettingsProps {
  readonly form: FormState;
  readonly seenRequestTypes: readonly string[];
}

/** Tickets that are no matter of the AI. */
export function ExclusionSettings({ form, seenRequestTypes }: ExclusionSettingsProps) {
  const { host, formats } = usePanel();
  const { t } = formats;
  const { draft, change } = form;
  const resolutions = useChoices(['resolutions'], () => readResolutionNames(host));
  return (
    <SettingsGroup title={t('settings.group.exclusions')}>
      <Setting field="excludedResolutions" form={form}>
        <ChoicesNotice choices={resolutions} />
        <CheckList
          legend={t('settings.field.excludedResolutions')}
          options={optionsOf(resolutions.names, draft.excludedResolutions, t('settings.gone'))}
          selected={draft.excludedResolutions}
          onChange={(excludedResolutions) => change({ excludedResolutions })}
        />
      </Setting>
      <Setting field="excludedRequestTypes" form={form}>
        <CheckList
          legend={t('settings.field.excludedRequestTypes')}
          options={optionsOf(seenRequestTypes, draft.excludedRequestTypes, t('settings.unseen'))}
          selected={draft.excludedRequestTypes}
          onChange={(excludedRequestTypes) => change({ excludedRequestTypes })}
        />
      </Setting>
    </SettingsGroup>
  );
}
