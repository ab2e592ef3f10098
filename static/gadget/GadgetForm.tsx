import Button from '@atlaskit/button/new';
import { useState } from 'react';

import { PERIOD_DAYS, type PeriodDays } from '../../src/contract/catalogue';
import { usePanel } from '../shared/panel';
import { useTexts } from '../shared/texts/use-texts';
import {
  DEFAULT_KPI,
  DEFAULT_PERIOD,
  GADGET_KPIS,
  kpiLabel,
  kpiOf,
  periodOf,
  type GadgetConfig,
} from './gadget-config';
import { SelectField } from '../shared/form/SelectField';

interface GadgetFormProps {
  /** Project keys, at least one. */
  readonly desks: readonly string[];
  readonly saved: GadgetConfig | null;
}

export function GadgetForm({ desks, saved }: GadgetFormProps) {
  const { host } = usePanel();
  const t = useTexts();
  const [project, setProject] = useState(deskToStartWith(desks, saved));
  const [kpi, setKpi] = useState(saved?.kpi ?? DEFAULT_KPI);
  const [periodDays, setPeriodDays] = useState<PeriodDays>(saved?.periodDays ?? DEFAULT_PERIOD);
  const [saving, setSaving] = useState<'idle' | 'running' | 'failed'>('idle');

  const save = (): void => {
    const config: GadgetConfig = { project, kpi, periodDays };
    setSaving('running');
    host.submit(config).then(
      () => setSaving('idle'),
      () => setSaving('failed'),
    );
  };

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2 className="gadget-subtitle">{t('gadget.edit')}</h2>
      <SelectField
        label={t('gadget.desk')}
        hint={t('gadget.deskHint')}
        value={project}
        options={desks.map((desk) => ({ value: desk, label: desk }))}
        onChange={setProject}
      />
      <SelectField
        label={t('gadget.kpi')}
        value={kpi}
        options={GADGET_KPIS.map((value) => ({ value, label: kpiLabel(value, t) }))}
        onChange={(value) => setKpi(kpiOf(value) ?? kpi)}
      />
      <SelectField
        label={t('common.period')}
        value={String(periodDays)}
        options={PERIOD_DAYS.map((days) => ({
          value: String(days),
          label: t.plural('common.periodDays', days),
        }))}
        onChange={(value) => setPeriodDays(periodOf(value) ?? periodDays)}
      />
      {saving === 'failed' && (
        <p className="notice" role="alert">
          {t('gadget.saveFailed')}
        </p>
      )}
      <div>
        <Button type="submit" appearance="primary" isDisabled={saving === 'running'}>
          {t(saving === 'running' ? 'gadget.saving' : 'gadget.save')}
        </Button>
      </div>
    </form>
  );
}

/** The saved desk, unless it is gone or hidden by now. */
function deskToStartWith(desks: readonly string[], saved: GadgetConfig | null): string {
  const [first = ''] = desks;
  return saved !== null && desks.includes(saved.project) ? saved.project : first;
}
