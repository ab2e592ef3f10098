import { useState } from 'react';

import type { PeriodDays } from '../../src/contract/catalogue';
import { Message } from '../shared/components/Message';
import { QueryGate } from '../shared/components/QueryGate';
import { usePanel } from '../shared/panel';
import { useTexts } from '../shared/texts/use-texts';
import { usePanelQuery } from '../shared/use-panel-query';
import { PeriodSwitch } from './PeriodSwitch';
import { prepareQueuePage } from './prepare-queue-page';
import { QueueFigures } from './QueueFigures';
import { QueueHeader } from './QueueHeader';
import { QueueSkeleton } from './QueueSkeleton';

/** How is the AI doing on this desk? */
export function QueuePage() {
  const { context } = usePanel();
  const t = useTexts();
  if (context.projectKey === null) return <Message {...t.message('queue.noProject')} />;
  return <DeskPage project={context.projectKey} />;
}

function DeskPage({ project }: { readonly project: string }) {
  const { client, formats } = usePanel();
  const [periodDays, setPeriodDays] = useState<PeriodDays>(30);
  const query = usePanelQuery(['desk', project, periodDays], () =>
    client.readDeskScorecard({ project, periodDays }),
  );
  const periodSwitch = <PeriodSwitch value={periodDays} onChange={setPeriodDays} />;

  return (
    <main className="page">
      <QueryGate query={query} subject="desk" skeleton={<QueueSkeleton />}>
        {(desk) => {
          const { header, content } = prepareQueuePage(desk, formats);
          return (
            <>
              <QueueHeader header={header} periodSwitch={periodSwitch} />
              {content.kind === 'empty' ? (
                <Message title={content.title} body={content.body} />
              ) : (
                <QueueFigures content={content} definition={header.definition} />
              )}
            </>
          );
        }}
      </QueryGate>
    </main>
  );
}
