import type { ReactNode } from 'react';

import { useTexts } from '../shared/texts/use-texts';
import type { FormState } from './form-state';
import type { SettingsField } from './settings-fields';

interface SettingProps {
  readonly field: SettingsField;
  readonly form: FormState;
  readonly children: ReactNode;
}

/** A setting with what it does, what is wrong with it, and what it was. */
export function Setting({ field, form, children }: SettingProps) {
  const t = useTexts();
  const change = form.changes.find((each) => each.field === field);
  const problem = form.problems[field];
  return (
    <div
      className={change === undefined ? 'setting' : 'setting setting-changed'}
      data-field={field}
    >
      <h3 className="setting-name">{t(`settings.field.${field}`)}</h3>
      <p className="muted">{t(`settings.hint.${field}`)}</p>
      {children}
      {problem !== undefined && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      {change !== undefined && (
        <p className="setting-change">
          {t('settings.changed', { change: change.text })}{' '}
          <button type="button" className="link-button" onClick={() => form.undo(field)}>
            {t('settings.undo')}
            <span className="visually-hidden"> {change.label}</span>
          </button>
        </p>
      )}
    </div>
  );
}
