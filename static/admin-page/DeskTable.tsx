import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import ProgressBar from '@atlaskit/progress-bar';

import type { ControlBackfillInput } from '../../src/contract';
import { DataTable } from '../shared/table/DataTable';
import { useTexts } from '../shared/texts/use-texts';
import type { DeskView, MomentView } from './prepare-desks';

type Action = ControlBackfillInput['action'];

interface DeskTableProps {
  readonly desks: readonly DeskView[];
  readonly isBusy: boolean;
  readonly onAct: (project: string, action: Action) => void;
}

const COLUMNS = ['desk', 'history', 'computed', 'compared', 'waiting', 'actions'] as const;

export function DeskTable({ desks, isBusy, onAct }: DeskTableProps) {
  const t = useTexts();
  return (
    <DataTable
      caption={t('admin.tab.desks')}
      columns={COLUMNS.map((key) => ({ key, label: t(`admin.desks.column.${key}`) }))}
      rows={desks.map((desk) => ({
        key: desk.project,
        cells: {
          desk: <DeskName desk={desk} />,
          history: <History desk={desk} />,
          computed: <Moment {...desk.computed} />,
          compared: <Moment {...desk.compared} />,
          waiting:
            desk.waiting.length === 0 ? (
              t('admin.waiting.nothing')
            ) : (
              <ul>
                {desk.waiting.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          actions: (
            <div className="row-actions">
              {desk.actions.map((action) => (
                <Button
                  key={action}
                  spacing="compact"
                  isDisabled={isBusy}
                  aria-label={t(`admin.backfill.${action}Of`, { desk: desk.name })}
                  onClick={() => onAct(desk.project, action)}
                >
                  {t(`admin.backfill.${action}`)}
                </Button>
              ))}
            </div>
          ),
        },
      }))}
    />
  );
}

function DeskName({ desk }: { readonly desk: DeskView }) {
  return (
    <div className="cell-stack">
      <strong>{desk.name}</strong>
      <span>
        <Lozenge appearance={desk.status.appearance}>{desk.status.label}</Lozenge>
      </span>
      <span className="muted">{desk.facts}</span>
    </div>
  );
}

function History({ desk }: { readonly desk: DeskView }) {
  return (
    <div className="cell-stack cell-history">
      {desk.progress !== null && <ProgressBar value={desk.progress} ariaLabel={desk.history} />}
      <span>{desk.history}</span>
      {desk.problem !== null && <span className="field-error">{desk.problem}</span>}
    </div>
  );
}

const Moment = ({ text, exact }: MomentView) => <span title={exact ?? undefined}>{text}</span>;
