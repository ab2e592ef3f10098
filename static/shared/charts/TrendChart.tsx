import { useState } from 'react';

import type { TrendSeriesView, TrendView } from '../prepare/trend';
import { ChartPlot } from './ChartPlot';
import { TrendLine } from './TrendLine';

const HEIGHT = 240;
const MARGIN = { top: 12, right: 12, bottom: 28, left: 44 };

/** Two rates over the period. */
export function TrendChart({ view }: { readonly view: TrendView }) {
  const [focus, setFocus] = useState<TrendSeriesView['id']>('aiResolution');
  const shown = view.series.find(({ id }) => id === focus);
  return (
    <figure className="trend">
      <ul className="legend">
        {view.series.map(({ id, legend, legendLabel }) => (
          <li key={id}>
            <button
              type="button"
              className={`legend-item legend-${id}`}
              aria-pressed={id === focus}
              title={legendLabel}
              onClick={() => setFocus(id)}
            >
              {legend}
            </button>
          </li>
        ))}
      </ul>
      <ChartPlot
        {...view}
        label={view.title}
        caption={shown?.caption ?? ''}
        heightPx={HEIGHT}
        margin={MARGIN}
      >
        {({ x, y }) =>
          view.series.map((each) => (
            <TrendLine key={each.id} series={each} x={x} y={y} hasBand={each.id === focus} />
          ))
        }
      </ChartPlot>
    </figure>
  );
}
