import { RadioGroup } from '../shared/form/RadioGroup';
import { SelectField } from '../shared/form/SelectField';
import { useTexts } from '../shared/texts/use-texts';
import type { FormState } from './form-state';
import { HolidayList } from './HolidayList';
import { Setting } from './Setting';
import { SettingsGroup } from './SettingsGroup';
import { timeZonesWith } from './time-zones';
import { WeekEditor } from './WeekEditor';

/** The desk's clock, and its working hours. */
export function CalendarSettings({ form }: { readonly form: FormState }) {
  const t = useTexts();
  const { draft, change } = form;
  return (
    <SettingsGroup title={t('settings.group.calendar')}>
      <Setting field="timeZone" form={form}>
        <SelectField
          label={t('settings.calendar.timeZone')}
          value={draft.timeZone}
          options={timeZonesWith(draft.timeZone).map((zone) => ({ value: zone, label: zone }))}
          onChange={(timeZone) => change({ timeZone })}
        />
      </Setting>
      <Setting field="weeklyHours" form={form}>
        <RadioGroup
          legend={t('settings.field.weeklyHours')}
          isLegendHidden
          value={draft.hasCalendar ? 'isOn' : 'isOff'}
          choices={(['isOff', 'isOn'] as const).map((value) => ({
            value,
            label: t(`settings.calendar.${value}`),
            description: t(`settings.calendarHint.${value}`),
          }))}
          onChange={(value) => change({ hasCalendar: value === 'isOn' })}
        />
        {draft.hasCalendar && <WeekEditor form={form} />}
      </Setting>
      {draft.hasCalendar && (
        <Setting field="holidays" form={form}>
          <HolidayList holidays={draft.holidays} onChange={(holidays) => change({ holidays })} />
        </Setting>
      )}
    </SettingsGroup>
  );
}
