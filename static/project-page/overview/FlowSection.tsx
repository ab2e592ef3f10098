import Button from '@atlaskit/button/new';
import { useState } from 'react';

import { DataTable } from '../../shared/table/DataTable';
import { useTexts } from '../../shared/texts/use-texts';
import { CountLink } from '../components/CountLink';
import { FlowBar } from './FlowBar';
import type { FlowView } from './prepare-flow';

/** What became of the decided tickets, as a picture or as a table. */
export function FlowSection({ flow }: { readonly flow: FlowView | null }) {
  const t = useTexts();
  const [isTable, setIsTable] = useState(false);
  return (
    <section aria-labelledby="flow">
      <div className="section-head">
        <h2 id="flow" className="section-title">
          {t('report.flow.title')}
        </h2>
        {flow !== null && (
          <Button appearance="subtle" spacing="compact" onClick={() => setIsTable(!isTable)}>
            {t(isTable ? 'report.flow.showPicture' : 'trend.showTable')}
          </Button>
        )}
      </div>
      <p className="muted">{t(flow === null ? 'report.flow.empty' : 'report.flow.note')}</p>
      {flow !== null && !isTable && <FlowBar flow={flow} />}
      {flow !== null && isTable && (
        <DataTable
          caption={t('report.flow.title')}
          columns={[
            { key: 'part', label: t('report.flow.part') },
            { key: 'count', label: t('report.tickets'), isNumber: true },
            { key: 'share', label: t('report.flow.share'), isNumber: true },
          ]}
          rows={flow.rows.map(({ id, label, count, share, words, tickets }) => ({
            key: id,
            cells: {
              part: label,
              count: (
                <CountLink to={tickets} label={words}>
                  {count}
                </CountLink>
              ),
              share,
            },
          }))}
        />
      )}
    </section>
  );
}
