import Button from '@atlaskit/button/new';
import { useState } from 'react';

import { PERIOD_DAYS, type PeriodDays } from '../../src/contract/catalogue';
import { usePanel } from '../shared/panel';
import { TEXTS } from '../shared/texts';
import {
  DEFAULT_KPI,
  DEFAULT_PERIOD,
  KPI_CHOICES,
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
  const { host, formats } = usePanel();
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
      <h2 className="gadget-subtitle">{TEXTS.gadget.edit}</h2>
      <SelectField
        label={TEXTS.gadget.desk}
        hint={TEXTS.gadget.deskHint}
        value={project}
        options={desks.map((desk) => ({ value: desk, label: desk }))}
        onChange={setProject}
      />
      <SelectField
        label={TEXTS.gadget.kpi}
        value={kpi}
        options={KPI_CHOICES.map(({ kpi: value, label }) => ({ value, label }))}
        onChange={(value) => setKpi(kpiOf(value) ?? kpi)}
      />
      <SelectField
        label={TEXTS.gadget.period}
        value={String(periodDays)}
        options={PERIOD_DAYS.map((days) => ({
          value: String(days),
          label: TEXTS.periodDays(formats.count(days)),
        }))}
        onChange={(value) => setPeriodDays(periodOf(value) ?? periodDays)}
      />
      {saving === 'failed' && (
        <p className="notice" role="alert">
          {TEXTS.gadget.saveFailed}
        </p>
      )}
      <div>
        <Button type="submit" appearance="primary" isDisabled={saving === 'running'}>
          {saving === 'running' ? TEXTS.gadget.saving : TEXTS.gadget.save}
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
