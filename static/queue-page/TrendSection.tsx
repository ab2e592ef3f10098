import Button from '@atlaskit/button/new';
import { useState } from 'react';

import { TrendChart } from '../shared/charts/TrendChart';
import { TrendTable } from '../shared/charts/TrendTable';
import type { TrendView } from '../shared/prepare/trend';
import { TEXTS } from '../shared/texts';

/** The course of the two headline rates, as a picture or as a table. */
export function TrendSection({ trend }: { readonly trend: TrendView | null }) {
  const [isTable, setIsTable] = useState(false);
  return (
    <section className="columns-main" aria-labelledby="trend">
      <div className="section-head">
        <h2 id="trend" className="section-title">
          {TEXTS.trend}
        </h2>
        {trend !== null && (
          <Button appearance="subtle" spacing="compact" onClick={() => setIsTable(!isTable)}>
            {isTable ? TEXTS.showChart : TEXTS.showTable}
          </Button>
        )}
      </div>
      {trend === null && <p className="muted">{TEXTS.trendEmpty}</p>}
      {trend !== null && (isTable ? <TrendTable view={trend} /> : <TrendChart view={trend} />)}
    </section>
  );
}
