import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { ListTicketsInput } from '../../../src/contract';
import { usePanel } from '../../shared/panel';
import { prepareFailure } from '../../shared/prepare/failure-view';
import type { Formats } from '../../shared/format/formats';
import { useExport, type ExportState } from './use-export';

interface ExportBoxProps {
  readonly asked: Omit<ListTicketsInput, 'offset' | 'limit'>;
  readonly isEmpty: boolean;
  /** Jira has words of its own for the tickets, which can be added. */
  readonly hasSummaries: boolean;
}

/** The whole list as a file, all pages of it. */
export function ExportBox({ asked, isEmpty, hasSummaries }: ExportBoxProps) {
  const { formats } = usePanel();
  const { t } = formats;
  const [withSummaries, setWithSummaries] = useState(false);
  const { state, start, cancel } = useExport(asked);
  const isRunning = state.kind === 'running';
  const words = wordsOf(state, formats);
  return (
    <div className="export">
      <Button isDisabled={isEmpty || isRunning} onClick={() => start(withSummaries)}>
        {t('report.csv.save')}
      </Button>
      {hasSummaries && (
        <label className="check">
          <input
            type="checkbox"
            checked={withSummaries}
            disabled={isRunning}
            onChange={({ target }) => setWithSummaries(target.checked)}
          />
          {t('report.csv.withSummaries')}
        </label>
      )}
      {isRunning && (
        <>
          <progress
            className="progress"
            aria-label={t('report.csv.progress')}
            max={1}
            {...(state.total !== null && { value: state.done / Math.max(1, state.total) })}
          />
          <Button appearance="subtle" onClick={cancel}>
            {t('report.csv.cancel')}
          </Button>
        </>
      )}
      <span aria-live="polite" className={state.kind === 'failed' ? 'export-failed' : 'muted'}>
        {words}
      </span>
    </div>
  );
}

function wordsOf(state: ExportState, formats: Formats): string {
  const { t } = formats;
  switch (state.kind) {
    case 'idle':
      return '';
    case 'running':
      return state.total === null
        ? t('common.loading')
        : t('report.csv.read', { done: state.done, total: state.total });
    case 'saved':
      return t.plural('report.csv.saved', state.count);
    case 'failed':
      return t('report.csv.failed', { why: prepareFailure(state.failure, 'desk', formats).title });
    case 'unsteady':
      return t('report.csv.unsteady');
    case 'cancelled':
      return t('report.csv.cancelled');
  }
}
