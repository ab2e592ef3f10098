import Button from '@atlaskit/button/new';

import type { ThresholdLab } from '../../../src/contract';
import { usePanel } from '../../shared/panel';
import { DataTable } from '../../shared/table/DataTable';
import { LabChart } from './LabChart';
import { prepareLab, WHAT_IF_COLUMNS } from './prepare-lab';
import { prepareLabCharts } from './prepare-lab-charts';

interface LabResultProps {
  readonly lab: ThresholdLab;
  /** The draft's. */
  readonly threshold: number | null;
  readonly onTakeThreshold: (threshold: number) => void;
}

/** What history says in one sentence, then the figures, then the curves behind them. */
export function LabResult({ lab, threshold, onTakeThreshold }: LabResultProps) {
  const { formats } = usePanel();
  const { t } = formats;
  const { title, detail, take, basis, remarks, rows } = prepareLab(lab, threshold, formats);
  return (
    <>
      <h3 className="lab-title">{title}</h3>
      <p>{detail}</p>
      {take !== null && take.threshold !== threshold && (
        <div>
          <Button onClick={() => onTakeThreshold(take.threshold)}>{take.label}</Button>
        </div>
      )}
      <p className="muted">{basis}</p>
      <DataTable
        caption={t('lab.table')}
        columns={WHAT_IF_COLUMNS.map((key) => ({
          key,
          label: t(`lab.column.${key}`),
          isNumber: key !== 'threshold',
        }))}
        rows={rows}
      />
      {remarks.map((remark) => (
        <p key={remark} className="muted">
          {remark}
        </p>
      ))}
      {lab.labelled > 0 && (
        <div className="lab-charts">
          {prepareLabCharts(lab, threshold, formats).map((view) => (
            <LabChart key={view.title} view={view} />
          ))}
        </div>
      )}
    </>
  );
}
