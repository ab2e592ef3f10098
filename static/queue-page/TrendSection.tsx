import Button from '@atlaskit/button/new';
import { useState } from 'react';

import { TrendChart } from '../shared/charts/TrendChart';
import { TrendTable } from '../shared/charts/TrendTable';
import type { TrendView } from '../shared/prepare/trend';
import { useTexts } from '../shared/texts/use-texts';

/** The course of the two headline rates, as a picture or as a table. */
export function TrendSection({ trend }: { readonly trend: TrendView | 'empty' }) {
  const t = useTexts();
  const [isTable, setIsTable] = useState(false);
  return (
    <section className="columns-main" aria-labelledby="trend">
      <div className="section-head">
        <h2 id="trend" className="section-title">
          {t('trend.title')}
        </h2>
        {trend !== 'empty' && (
          <Button appearance="subtle" spacing="compact" onClick={() => setIsTable(!isTable)}>
            {t(isTable ? 'trend.showChart' : 'trend.showTable')}
          </Button>
        )}
      </div>
      {trend === 'empty' && <p className="muted">{t('trend.empty')}</p>}
      {trend !== 'empty' && (isTable ? <TrendTable view={trend} /> : <TrendChart view={trend} />)}
    </section>
  );
}
