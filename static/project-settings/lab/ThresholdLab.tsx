import { useState } from 'react';

import type { EscalationCosts } from '../../../src/contract';
import { QueryGate } from '../../shared/components/QueryGate';
import { TextField } from '../../shared/form/TextField';
import { usePanel } from '../../shared/panel';
import { usePanelQuery } from '../../shared/use-panel-query';
import { SettingsSkeleton } from '../SettingsSkeleton';
import { LabResult } from './LabResult';
import './lab.css';

export interface ThresholdLabProps {
  readonly project: string;
  /** null: all request types together. */
  readonly requestType: string | null;
  readonly costs: EscalationCosts;
  /** The draft's; null: none. */
  readonly threshold: number | null;
  readonly onTakeThreshold: (threshold: number) => void;
}

const PERIOD_DAYS = 90;
const costOf = (text: string): number | null => {
  const value = Number(text.trim().replace(',', '.'));
  const isCost = text.trim() !== '' && Number.isFinite(value) && value >= 0 && value <= 1e9;
  return isCost ? value : null;
};

/** What would a threshold have done, and which one would cost least? */
export function ThresholdLab(props: ThresholdLabProps) {
  const { project, requestType, threshold, onTakeThreshold } = props;
  const { client, formats } = usePanel();
  const { t } = formats;
  const [wrongText, setWrongText] = useState(String(props.costs.wrongResolution));
  const [handOffText, setHandOffText] = useState(String(props.costs.handOff));
  const [costs, setCosts] = useState(props.costs);
  const change = (wrong: string, handOff: string): void => {
    setWrongText(wrong);
    setHandOffText(handOff);
    const [wrongResolution, ofHandOff] = [costOf(wrong), costOf(handOff)];
    if (wrongResolution !== null && ofHandOff !== null) {
      setCosts({ wrongResolution, handOff: ofHandOff });
    }
  };
  const problemOf = (text: string): string | null =>
    costOf(text) === null ? t('lab.costs.problem') : null;
  const query = usePanelQuery(
    ['lab', project, requestType, costs, threshold],
    () =>
      client.readThresholdLab({
        project,
        requestType,
        periodDays: PERIOD_DAYS,
        costs,
        thresholds: threshold === null ? [] : [threshold],
      }),
    { pollMs: 300_000 },
  );
  return (
    <section className="lab" aria-label={t('lab.name')}>
      <div className="lab-costs">
        <TextField
          label={t('lab.costs.wrong')}
          inputMode="numeric"
          maxLength={16}
          error={problemOf(wrongText)}
          value={wrongText}
          onChange={(text) => change(text, handOffText)}
        />
        <TextField
          label={t('lab.costs.handOff')}
          inputMode="numeric"
          maxLength={16}
          error={problemOf(handOffText)}
          value={handOffText}
          onChange={(text) => change(wrongText, text)}
        />
      </div>
      <QueryGate query={query} subject="settings" skeleton={<SettingsSkeleton />}>
        {(lab) => <LabResult lab={lab} threshold={threshold} onTakeThreshold={onTakeThreshold} />}
      </QueryGate>
    </section>
  );
}
