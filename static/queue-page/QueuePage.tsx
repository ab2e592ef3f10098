import { useState } from 'react';

import type { CohortName } from '../../src/contract';
import type { PeriodDays } from '../../src/contract/catalogue';
import { Message } from '../shared/components/Message';
import { PeriodSwitch } from '../shared/components/PeriodSwitch';
import { QueryGate } from '../shared/components/QueryGate';
import { usePanel } from '../shared/panel';
import { openCohort } from '../shared/routing/open-cohort';
import { useTexts } from '../shared/texts/use-texts';
import { usePanelQuery } from '../shared/use-panel-query';
import { AttentionSection } from './attention/AttentionSection';
import { prepareQueuePage } from './prepare-queue-page';
import { QueueFigures } from './QueueFigures';
import { QueueHeader } from './QueueHeader';
import { QueueHeadline } from './QueueHeadline';
import { QueueSkeleton } from './QueueSkeleton';

/** How is the AI doing on this desk, and what needs me now? */
export function QueuePage() {
  const { context } = usePanel();
  const t = useTexts();
  if (context.projectKey === null) return <Message {...t.message('queue.noProject')} />;
  return <DeskPage project={context.projectKey} />;
}

function DeskPage({ project }: { readonly project: string }) {
  const { client, formats, host } = usePanel();
  const [periodDays, setPeriodDays] = useState<PeriodDays>(30);
  const query = usePanelQuery(['desk', project, periodDays], () =>
    client.readDeskScorecard({ project, periodDays, withAttention: true }),
  );
  const periodSwitch = <PeriodSwitch value={periodDays} onChange={setPeriodDays} />;

  return (
    <main className="page">
      <h1 className="page-title">{formats.t('queue.title', { desk: project })}</h1>
      <QueryGate query={query} subject="desk" skeleton={<QueueSkeleton />}>
        {(desk) => {
          const { header, content } = prepareQueuePage(desk, formats);
          const onOpen = (cohort: CohortName): void => {
            void openCohort(host, desk.desk.key, cohort, desk.period);
          };
          return (
            <>
              <QueueHeader header={header} periodSwitch={periodSwitch} />
              {content.kind === 'empty' ? (
                <Message title={content.title} body={content.body} />
              ) : (
                <>
                  <QueueHeadline content={content} onOpen={onOpen} />
                  {content.attention !== null && (
                    <AttentionSection
                      attention={content.attention}
                      asOf={desk.asOf}
                      periodDays={desk.period.days}
                    />
                  )}
                  <QueueFigures content={content} definition={header.definition} onOpen={onOpen} />
                </>
              )}
            </>
          );
        }}
      </QueryGate>
    </main>
  );
}
