import { area, line } from 'd3-shape';

import { lineRuns } from '../prepare/line-runs';
import type { BandPoint } from '../prepare/trend';

interface TrendLineProps {
  /** `id` gives its colour. */
  readonly series: { readonly id: string; readonly points: readonly BandPoint[] };
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  /** Two bands over each other cannot be told apart, so only one line has its own. */
  readonly hasBand: boolean;
}

/** One rate: its interval as a band, its line over it, a dot where a day stands alone. */
export function TrendLine({ series: { id, points }, x, y, hasBand }: TrendLineProps) {
  const at = (index: number, part: 'value' | 'low' | 'high'): number =>
    y(points[index]?.[part] ?? 0);
  const band = area<number>()
    .x((index) => x(index))
    .y0((index) => at(index, 'low'))
    .y1((index) => at(index, 'high'));
  const path = line<number>()
    .x((index) => x(index))
    .y((index) => at(index, 'value'));

  return (
    <g className={`series series-${id}`}>
      {lineRuns(points).map(({ indexes, isProvisional }) => {
        const [first = 0] = indexes;
        const pale = isProvisional ? ' pale' : '';
        // A pale run begins on the point at which the solid one ends.
        const key = `${first}-${String(isProvisional)}`;
        if (indexes.length === 1) {
          return (
            <g key={key}>
              {hasBand && (
                <line
                  className={`series-whisker${pale}`}
                  x1={x(first)}
                  x2={x(first)}
                  y1={at(first, 'low')}
                  y2={at(first, 'high')}
                />
              )}
              <circle className={`series-dot${pale}`} cx={x(first)} cy={at(first, 'value')} r={3} />
            </g>
          );
        }
        return (
          <g key={key}>
            {hasBand && <path className={`series-band${pale}`} d={band(indexes) ?? undefined} />}
            <path className={`series-line${pale}`} d={path(indexes) ?? undefined} />
          </g>
        );
      })}
    </g>
  );
}
