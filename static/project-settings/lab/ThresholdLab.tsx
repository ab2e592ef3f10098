import type { EscalationCosts } from '../../../src/contract';
import { QueryGate } from '../../shared/components/QueryGate';
import { usePanel } from '../../shared/panel';
import { usePanelQuery } from '../../shared/use-panel-query';
import { SettingsSkeleton } from '../SettingsSkeleton';
import { LabResult } from './LabResult';
import './lab.css';

export interface ThresholdLabProps {
  readonly project: string;
  /** null: all request types together. */
  readonly requestType: string | null;
  /** The draft's. */
  readonly costs: EscalationCosts;
  /** The draft's; null: none. */
  readonly threshold: number | null;
  readonly onTakeThreshold: (threshold: number) => void;
}

const PERIOD_DAYS = 90;

/** What would a threshold have done, and which one would cost least? */
export function ThresholdLab(props: ThresholdLabProps) {
  const { project, requestType, costs, threshold, onTakeThreshold } = props;
  const { client } = usePanel();
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
    <div className="lab">
      <QueryGate query={query} subject="settings" skeleton={<SettingsSkeleton />}>
        {(lab) => <LabResult lab={lab} threshold={threshold} onTakeThreshold={onTakeThreshold} />}
      </QueryGate>
    </div>
  );
}
