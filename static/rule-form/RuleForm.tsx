import { useEffect, useState } from 'react';

import { DEFAULT_PERIOD_DAYS, PERIOD_DAYS } from '../../src/contract/catalogue';
import { SelectField } from '../shared/form/SelectField';
import { TextField } from '../shared/form/TextField';
import { usePanel } from '../shared/panel';
import { periodLabel } from '../shared/prepare/period-label';
import { useTexts } from '../shared/texts/use-texts';
import { draftOf, fieldError, inputsOf, type RuleDraft, type RuleField } from './rule-fields';

/** Sent by Automation when a person leaves the step by its own button. */
const SUBMIT = 'AUTOMATION_ACTION_SUBMIT';

interface RuleFormProps {
  readonly action: 'record' | 'kpis';
  readonly fields: readonly RuleField[];
}

/** The inputs of an action in an Automation rule. Each change is told at once: Automation keeps it. */
export function RuleForm({ action, fields }: RuleFormProps) {
  const { host, context } = usePanel();
  const t = useTexts();
  const [draft, setDraft] = useState(() => draftOf(fields, context.ruleInputs));
  const [isRefused, setIsRefused] = useState(false);

  const submit = (next: RuleDraft): void => {
    host.submit(inputsOf(next)).then(
      () => setIsRefused(false),
      () => setIsRefused(true),
    );
  };
  const change = (field: RuleField, value: string): void => {
    const next = { ...draft, [field]: value };
    setDraft(next);
    submit(next);
  };
  useEffect(() => {
    const subscription = host.onEvent(SUBMIT, () => submit(draft));
    return () => void subscription.then((end) => end());
  });

  return (
    <main>
      <form className="form" onSubmit={(event) => event.preventDefault()}>
        <h1 className="visually-hidden">{t(`ruleForm.title.${action}`)}</h1>
        {fields.map((field) =>
          field === 'days' ? (
            <SelectField
              key={field}
              label={t('ruleForm.label.days')}
              hint={t('ruleForm.hint.days')}
              value={draft.days === '' ? String(DEFAULT_PERIOD_DAYS) : (draft.days ?? '')}
              options={PERIOD_DAYS.map((days) => ({
                value: String(days),
                label: periodLabel(days, t),
              }))}
              onChange={(value) => change(field, value)}
            />
          ) : (
            <TextField
              key={field}
              label={t(`ruleForm.label.${field}`)}
              hint={t(`ruleForm.hint.${field}`)}
              error={fieldError(field, draft, t)}
              value={draft[field] ?? ''}
              onChange={(value) => change(field, value)}
            />
          ),
        )}
        {isRefused && (
          <p className="notice" role="alert">
            {t('ruleForm.refused')}
          </p>
        )}
      </form>
    </main>
  );
}
