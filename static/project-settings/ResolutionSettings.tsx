import { RadioGroup } from '../shared/form/RadioGroup';
import { SelectField } from '../shared/form/SelectField';
import { usePanel } from '../shared/panel';
import type { FormState } from './form-state';
import { Setting } from './Setting';
import { SettingsGroup } from './SettingsGroup';
import { WindowSetting } from './WindowSetting';

const REPEAT_CONTACT = ['off', 'similar', 'any'] as const;
const RATINGS = [1, 2, 3, 4, 5] as const;

/** When a resolution counts, and what takes it back. */
export function ResolutionSettings({ form }: { readonly form: FormState }) {
  const { formats } = usePanel();
  const { t, decimal } = formats;
  const { draft, change } = form;
  return (
    <SettingsGroup title={t('settings.group.resolution')}>
      <WindowSetting form={form} />
      <Setting field="silenceCountsAsResolved" form={form}>
        <RadioGroup
          legend={t('settings.field.silenceCountsAsResolved')}
          isLegendHidden
          value={draft.silenceCountsAsResolved ? 'yes' : 'no'}
          choices={(['no', 'yes'] as const).map((value) => ({
            value,
            label: t(`settings.${value}`),
            description: t(`settings.silence.${value}`),
          }))}
          onChange={(value) => change({ silenceCountsAsResolved: value === 'yes' })}
        />
      </Setting>
      <Setting field="repeatContact" form={form}>
        <RadioGroup
          legend={t('settings.field.repeatContact')}
          isLegendHidden
          value={draft.repeatContact}
          choices={REPEAT_CONTACT.map((value) => ({
            value,
            label: t(`settings.repeatContact.${value}`),
            description: t(`settings.repeatContactHint.${value}`),
          }))}
          onChange={(repeatContact) => change({ repeatContact })}
        />
      </Setting>
      {(['ratingConfirmsAt', 'ratingRejectsAt'] as const).map((field) => (
        <Setting key={field} field={field} form={form}>
          <SelectField
            label={t(`settings.rating.${field}`)}
            value={String(draft[field])}
            options={ratingsWith(draft[field]).map((rating) => ({
              value: String(rating),
              label: t('settings.rating.stars', { rating: decimal(rating, 2) }),
            }))}
            onChange={(rating) => change({ [field]: Number(rating) })}
          />
        </Setting>
      ))}
    </SettingsGroup>
  );
}

/** Whole ratings, and the one that is set. */
const ratingsWith = (rating: number): readonly number[] =>
  [...new Set([...RATINGS, rating])].sort((a, b) => a - b);
