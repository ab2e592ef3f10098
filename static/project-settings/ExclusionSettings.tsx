import type { Source } from '../../src/contract';
import { CheckList } from '../shared/form/CheckList';
import { readResolutionNames } from '../shared/jira/read-choices';
import { useChoices } from '../shared/jira/use-choices';
import { usePanel } from '../shared/panel';
import { useTexts } from '../shared/texts/use-texts';
import { ChoicesNotice } from './ChoicesNotice';
import type { FormState } from './form-state';
import { ListedNames } from './ListedNames';
import { optionsOf } from './options-of';
import { Setting } from './Setting';
import { SettingsGroup } from './SettingsGroup';

interface ExclusionSettingsProps {
  readonly form: FormState;
  readonly seenRequestTypes: readonly string[];
  readonly source: Source;
}

/** Tickets that are no matter of the AI. */
export function ExclusionSettings({ form, seenRequestTypes, source }: ExclusionSettingsProps) {
  const t = useTexts();
  const { draft, change } = form;
  return (
    <SettingsGroup title={t('settings.group.exclusions')}>
      <Setting field="excludedResolutions" form={form}>
        {source === 'jira' ? (
          <JiraResolutions form={form} />
        ) : (
          <ListedNames
            legend={t('settings.field.excludedResolutions')}
            addLabel={t('settings.addResolution')}
            names={draft.excludedResolutions}
            onChange={(excludedResolutions) => change({ excludedResolutions })}
          />
        )}
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

/** As Jira lists them. */
function JiraResolutions({ form: { draft, change } }: { readonly form: FormState }) {
  const { host, formats } = usePanel();
  const { t } = formats;
  const resolutions = useChoices(['resolutions'], () => readResolutionNames(host));
  return (
    <>
      <ChoicesNotice choices={resolutions} />
      <CheckList
        legend={t('settings.field.excludedResolutions')}
        options={optionsOf(resolutions.names, draft.excludedResolutions, t('settings.gone'))}
        selected={draft.excludedResolutions}
        onChange={(excludedResolutions) => change({ excludedResolutions })}
      />
    </>
  );
}
