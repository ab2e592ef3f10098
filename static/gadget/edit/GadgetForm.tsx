import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { DeskChoice } from '../../../src/contract';
import { PERIOD_DAYS } from '../../../src/contract/catalogue';
import { SegmentedChoice } from '../../shared/components/SegmentedChoice';
import { SelectField } from '../../shared/form/SelectField';
import { usePanel } from '../../shared/panel';
import { deskOptions } from '../../shared/prepare/desk-options';
import { periodLabel } from '../../shared/prepare/period-label';
import { useTexts } from '../../shared/texts/use-texts';
import {
  GADGET_VIEWS,
  periodOf,
  REFRESH_MINUTES,
  refreshOf,
  type GadgetConfig,
} from '../gadget-config';
import { configOf, draftErrors, draftOf, type GadgetDraft } from './gadget-draft';
import { KpiChoice } from './KpiChoice';
import './gadget-form.css';

interface GadgetFormProps {
  /** At least one. */
  readonly desks: readonly DeskChoice[];
  readonly saved: GadgetConfig | null;
}

/** Which desk, what of it, of how long, and how often it is read again. */
export function GadgetForm({ desks, saved }: GadgetFormProps) {
  const { host } = usePanel();
  const t = useTexts();
  const [draft, setDraft] = useState(() =>
    draftOf(
      desks.map(({ projectKey }) => projectKey),
      saved,
    ),
  );
  const [saving, setSaving] = useState<'idle' | 'running' | 'failed'>('idle');
  const change = (part: Partial<GadgetDraft>): void => setDraft({ ...draft, ...part });
  const errors = draftErrors(draft, t);
  const hasErrors = errors.kpis !== null || errors.periodDays !== null;

  const save = (): void => {
    if (hasErrors) return;
    setSaving('running');
    host.submit(configOf(draft)).then(
      () => setSaving('idle'),
      () => setSaving('failed'),
    );
  };

  return (
    <form
      className="form gadget-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2 className="gadget-subtitle">{t('gadget.edit')}</h2>
      <SelectField
        label={t('gadget.desk')}
        hint={t('gadget.deskHint')}
        value={draft.project}
        options={deskOptions(desks)}
        onChange={(project) => change({ project })}
      />
      <div className="field">
        <span className="field-label" aria-hidden="true">
          {t('gadget.view')}
        </span>
        <SegmentedChoice
          legend={t('gadget.view')}
          value={draft.view}
          choices={GADGET_VIEWS.map((value) => ({ value, label: t(`gadget.views.${value}`) }))}
          onChange={(view) => change({ view })}
        />
        {draft.view === 'trend' && <p className="field-hint">{t('gadget.trendHint')}</p>}
      </div>
      {draft.view === 'numbers' && (
        <KpiChoice value={draft.kpis} error={errors.kpis} onChange={(kpis) => change({ kpis })} />
      )}
      <SelectField
        label={t('common.period')}
        error={errors.periodDays}
        value={String(draft.periodDays)}
        options={PERIOD_DAYS.map((days) => ({
          value: String(days),
          label: periodLabel(days, t),
        }))}
        onChange={(value) => change({ periodDays: periodOf(value) ?? draft.periodDays })}
      />
      <SelectField
        label={t('gadget.refresh')}
        value={String(draft.refresh)}
        options={REFRESH_MINUTES.map((minutes) => ({
          value: String(minutes),
          label: t.plural('gadget.refreshEvery', minutes),
        }))}
        onChange={(value) => change({ refresh: refreshOf(value) ?? draft.refresh })}
      />
      {saving === 'failed' && (
        <p className="notice" role="alert">
          {t('gadget.saveFailed')}
        </p>
      )}
      <div>
        <Button type="submit" appearance="primary" isDisabled={saving === 'running' || hasErrors}>
          {t(saving === 'running' ? 'gadget.saving' : 'form.save')}
        </Button>
      </div>
    </form>
  );
}
