import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

import { lineRuns } from '../prepare/line-runs';
import type { SparklineView } from '../prepare/sparkline';
import { useWidth } from './use-width';

const HEIGHT = 40;
const MARGIN = 4;

/** A trend without axes. Gaps stay gaps; what is not mature yet is pale and dotted. */
export function Sparkline({ points, label }: SparklineView) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const values = points.map(({ value }) => value);
  const known = values.filter((value) => value !== null);
  const x = scaleLinear([0, points.length - 1], [MARGIN, width - MARGIN]);
  const y = scaleLinear([Math.min(...known), Math.max(...known)], [HEIGHT - MARGIN, MARGIN]);
  const path = line<number>()
    .x((index) => x(index))
    .y((index) => y(values[index] ?? 0));
  const last = values.findLastIndex((value) => value !== null);

  return (
    <div ref={ref} className="sparkline" role="img" aria-label={label} title={label}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          {lineRuns(points).map(({ indexes, isProvisional }) =>
            indexes.length === 1 ? (
              <circle
                key={`${String(indexes[0])}-${String(isProvisional)}`}
                className={isProvisional ? 'spark-dot pale' : 'spark-dot'}
                cx={x(indexes[0] ?? 0)}
                cy={y(values[indexes[0] ?? 0] ?? 0)}
                r={1.5}
              />
            ) : (
              <path
                key={`${String(indexes[0])}-${String(isProvisional)}`}
                className={isProvisional ? 'spark-line pale' : 'spark-line'}
                d={path(indexes) ?? undefined}
              />
            ),
          )}
          <circle
            className={points[last]?.isProvisional === true ? 'spark-end pale' : 'spark-end'}
            cx={x(last)}
            cy={y(values[last] ?? 0)}
            r={2.5}
          />
        </svg>
      )}
    </div>
  );
}
