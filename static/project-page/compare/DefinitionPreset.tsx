import { useState } from 'react';

import { usePanel } from '../../shared/panel';
import { prepareFailure } from '../../shared/prepare/failure-view';
import { usePlace } from '../place/use-place';
import { deskToday } from '../prepare-frame';
import { aroundLastChange, type TwoPeriods } from './presets';

/** Days after the last change of the definition against days before; asked for only when chosen. */
export function DefinitionPreset({
  onChoose,
}: {
  readonly onChoose: (periods: TwoPeriods) => void;
}) {
  const { client, formats } = usePanel();
  const { project } = usePlace();
  const { t } = formats;
  const [said, setSaid] = useState<string | null>(null);
  const choose = async (): Promise<void> => {
    setSaid(t('common.loading'));
    const read = await client
      .readDeskTrend({ project, periodDays: 365, by: 'week' })
      .catch(() => null);
    if (read === null) {
      setSaid(prepareFailure({ kind: 'unreachable' }, 'desk', formats).title);
      return;
    }
    if (!read.ok) {
      setSaid(prepareFailure({ kind: 'app', error: read.error }, 'desk', formats).title);
      return;
    }
    const periods = aroundLastChange(read.value.definitionChanges, deskToday(read.value));
    setSaid(periods === null ? t('report.compare.noDefinitionChange') : null);
    if (periods !== null) onChoose(periods);
  };
  return (
    <>
      <button type="button" className="link-button" onClick={() => void choose()}>
        {t('report.compare.definition')}
      </button>
      <span aria-live="polite" className="muted">
        {said}
      </span>
    </>
  );
}
