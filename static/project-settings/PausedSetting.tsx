import type { DeskLabel } from '../../src/contract';
import { CheckList } from '../shared/form/CheckList';
import { RadioGroup } from '../shared/form/RadioGroup';
import { readStatusNames } from '../shared/jira/read-choices';
import { readStateNames } from '../shared/service-now-choices';
import { useChoices } from '../shared/jira/use-choices';
import { usePanel } from '../shared/panel';
import { ChoicesNotice } from './ChoicesNotice';
import type { FormState } from './form-state';
import { optionsOf } from './options-of';
import { Setting } from './Setting';
import { SettingsGroup } from './SettingsGroup';

interface PausedSettingProps {
  readonly form: FormState;
  readonly desk: DeskLabel;
}

/** States in which the desk waits for the requester. */
export function PausedSetting({ form, desk }: PausedSettingProps) {
  const { client, host, formats } = usePanel();
  const { t } = formats;
  const { draft, change } = form;
  const { key, source } = desk;
  const statuses = useChoices(['statuses', key], () =>
    source === 'jira' ? readStatusNames(host, key) : readStateNames(client, key),
  );
  return (
    <SettingsGroup title={t('settings.group.paused')}>
      <Setting field="pausedStatuses" form={form}>
        <RadioGroup
          legend={t('settings.field.pausedStatuses')}
          isLegendHidden
          value={draft.hasOwnPausedStatuses ? 'own' : 'byDesk'}
          choices={(['byDesk', 'own'] as const).map((value) => ({
            value,
            label: t(`settings.paused.${value}`),
            description: t(
              value === 'byDesk' && source === 'servicenow'
                ? 'settings.pausedHint.byMapping'
                : `settings.pausedHint.${value}`,
            ),
          }))}
          onChange={(value) => change({ hasOwnPausedStatuses: value === 'own' })}
        />
        {draft.hasOwnPausedStatuses && (
          <>
            <ChoicesNotice choices={statuses} />
            <CheckList
              legend={t('settings.paused.own')}
              options={optionsOf(statuses.names, draft.pausedStatuses, t('settings.gone'))}
              selected={draft.pausedStatuses}
              onChange={(pausedStatuses) => change({ pausedStatuses })}
            />
          </>
        )}
      </Setting>
    </SettingsGroup>
  );
}
