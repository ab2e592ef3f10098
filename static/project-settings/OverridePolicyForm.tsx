import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { OverridePolicy } from '../../src/contract';
import { OVERRIDE_POLICIES } from '../../src/contract/catalogue';
import { ActFailure } from '../shared/form/ActFailure';
import { RadioGroup } from '../shared/form/RadioGroup';
import { usePanel } from '../shared/panel';
import { useTexts } from '../shared/texts/use-texts';
import { usePanelAct } from '../shared/use-panel-act';

interface OverridePolicyFormProps {
  readonly project: string;
  readonly policy: OverridePolicy;
}

/** Who may set an outcome by hand. Saved on its own: it moves no number. */
export function OverridePolicyForm({ project, policy }: OverridePolicyFormProps) {
  const { client } = usePanel();
  const t = useTexts();
  const [chosen, setChosen] = useState<OverridePolicy | null>(null);
  const save = usePanelAct(
    (wanted: OverridePolicy) => client.saveOverridePolicy({ project, policy: wanted }),
    () => setIsSaved(true),
  );
  const [isSaved, setIsSaved] = useState(false);
  const value = chosen ?? policy;
  return (
    <section className="panel" aria-labelledby="override-title">
      <h2 id="override-title" className="panel-title">
        {t('settings.override.title')}
      </h2>
      <p className="muted">{t('settings.override.hint')}</p>
      <RadioGroup
        legend={t('settings.override.title')}
        isLegendHidden
        value={value}
        choices={OVERRIDE_POLICIES.map((each) => ({
          value: each,
          label: t(`settings.override.label.${each}`),
          description: t(`settings.override.description.${each}`),
        }))}
        onChange={(wanted) => {
          setChosen(wanted);
          setIsSaved(false);
          save.forget();
        }}
      />
      {save.failure !== null && <ActFailure failure={save.failure} subject="settings" />}
      <div className="form-actions">
        <Button isDisabled={value === policy || save.isRunning} onClick={() => save.run(value)}>
          {t(save.isRunning ? 'form.running' : 'form.save')}
        </Button>
        <span aria-live="polite">{isSaved && value === policy ? t('form.saved') : ''}</span>
      </div>
    </section>
  );
}
