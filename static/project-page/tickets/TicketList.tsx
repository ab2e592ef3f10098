import Button from '@atlaskit/button/new';

import type { ListTicketsInput, TicketList as List } from '../../../src/contract';
import { PERIOD_DAYS } from '../../../src/contract/catalogue';
import { Message } from '../../shared/components/Message';
import { PeriodSwitch } from '../../shared/components/PeriodSwitch';
import { jqlOfIssues, searchAddress } from '../../shared/jira/jql';
import { useIssues } from '../../shared/jira/use-issues';
import { usePanel } from '../../shared/panel';
import { FrameFacts } from '../components/FrameFacts';
import { isSameRange, periodEndingWith } from '../place/days';
import type { TicketsPlace } from '../place/place';
import { usePlace } from '../place/use-place';
import { deskToday, prepareFrame } from '../prepare-frame';
import { ExportBox } from './ExportBox';
import { prepareListHeading } from './list-heading';
import { Pager } from './Pager';
import { preparePager } from './prepare-pager';
import { prepareTicketRows } from './prepare-ticket-rows';
import { TicketTable } from './TicketTable';

interface TicketListProps {
  readonly list: List;
  readonly place: TicketsPlace;
  readonly asked: Omit<ListTicketsInput, 'offset' | 'limit'>;
}

export function TicketList({ list, place, asked }: TicketListProps) {
  const { formats, host } = usePanel();
  const { goTo } = usePlace();
  const { t } = formats;
  const { retry, ...read } = useIssues(
    list.rows.flatMap(({ issueId, record }) => (record === null ? [issueId] : [])),
  );
  // Jira refuses a search that names a ticket the viewer may not see.
  const visibleIds = read.status === 'read' ? [...read.issues.keys()] : [];
  const rows = prepareTicketRows(list.rows, read, formats);
  const hidden = rows.filter(({ sight }) => sight === 'hidden').length;
  const { title, difference } = prepareListHeading(list, place.clicked, formats);
  const today = deskToday(list);
  const chosenDays = PERIOD_DAYS.find((days) =>
    isSameRange(periodEndingWith(today, days), place.period ?? list.period),
  );

  return (
    <>
      <FrameFacts frame={prepareFrame(list, null, formats)} range={null} />
      <h2 className="section-title list-title">{title}</h2>
      {difference !== null && <p className="list-difference">{difference}</p>}
      <div className="list-tools">
        <PeriodSwitch
          value={chosenDays ?? null}
          onChange={(days) =>
            goTo({ ...place, period: periodEndingWith(today, days), clicked: null, page: 0 })
          }
        />
        {visibleIds.length > 0 && (
          <Button
            appearance="subtle"
            onClick={() => void host.navigate(searchAddress(jqlOfIssues(visibleIds)))}
          >
            {t('report.list.openInJira')}
          </Button>
        )}
        <ExportBox
          key={JSON.stringify(asked)}
          asked={asked}
          isEmpty={list.total === 0}
          hasSummaries={list.desk.source === 'jira'}
        />
      </div>
      {hidden > 0 && <p className="list-hidden">{t.plural('report.list.hidden', hidden)}</p>}
      {read.status === 'failed' && (
        <p className="notice" role="status">
          {t('report.list.unread')}{' '}
          <button type="button" className="link-button" onClick={retry}>
            {t('common.retry')}
          </button>
        </p>
      )}
      {rows.length === 0 ? (
        <Message {...t.message('report.list.empty')} />
      ) : (
        <TicketTable
          caption={title}
          rows={rows}
          place={place}
          hasStatus={list.desk.source === 'jira'}
        />
      )}
      {(list.total > rows.length || list.offset > 0) && (
        <Pager pager={preparePager(list, place.page, formats)} place={place} />
      )}
    </>
  );
}
