import type { Administration } from '../../src/contract';
import { Message } from '../shared/components/Message';
import { usePanel } from '../shared/panel';
import { Desks } from './Desks';
import { prepareDesks } from './prepare-desks';
import type { ProgressSample } from './progress-rate';

interface DesksTabProps {
  readonly administration: Administration;
  readonly samples: readonly ProgressSample[];
}

/** Each desk's history and figures, and what can be done about them. */
export function DesksTab({ administration, samples }: DesksTabProps) {
  const { formats } = usePanel();
  const { t } = formats;
  const { asOf } = administration;
  const desks = administration.desks.filter(({ source }) => source === 'jira');
  if (desks.length === 0) return <Message {...t.message('admin.desks.empty')} />;
  return (
    <>
      <h2 className="visually-hidden">{t('admin.tab.desks')}</h2>
      <Desks desks={prepareDesks({ asOf, desks }, samples, formats)} source="jira" />
      <p className="muted">{t('admin.desks.note')}</p>
    </>
  );
}
