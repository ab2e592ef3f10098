import { line } from 'd3-shape';

import { ChartPlot } from '../../shared/charts/ChartPlot';
import { usePanel } from '../../shared/panel';
import { labTicks, placeOf, type LabChartView, type LabPoint } from './prepare-lab-charts';

const HEIGHT = 240;
const MARGIN = { top: 28, right: 16, bottom: 28, left: 56 };

/** A curve over confidence, what was seen with its interval, and the thresholds in question. */
export function LabChart({ view }: { readonly view: LabChartView }) {
  const { formats } = usePanel();
  const { title, top: highest, dots, marks, hasDiagonal } = view;
  return (
    <figure className="measure lab-chart">
      <h4 className="lab-chart-title">{title}</h4>
      <ChartPlot
        {...view}
        label={title}
        xTicks={labTicks(formats)}
        heightPx={HEIGHT}
        margin={MARGIN}
      >
        {({ x, y, left, right, top, bottom }) => {
          const path = line<LabPoint>()
            .x(({ at }) => x(placeOf(at)))
            .y(({ value }) => y(value));
          return (
            <g className="series series-measure">
              {hasDiagonal && (
                <line className="lab-diagonal" x1={left} x2={right} y1={y(0)} y2={y(highest)} />
              )}
              <path className="series-line" d={path(view.line) ?? undefined} />
              {dots.map(({ at, value, low, high }) => (
                <g key={at}>
                  <line
                    className="series-whisker"
                    x1={x(placeOf(at))}
                    x2={x(placeOf(at))}
                    y1={y(low)}
                    y2={y(high)}
                  />
                  <circle className="series-dot" cx={x(placeOf(at))} cy={y(value)} r={3} />
                </g>
              ))}
              {marks.map(({ at, label }, index) => (
                <g key={label}>
                  <line
                    className="definition-mark"
                    x1={x(placeOf(at))}
                    x2={x(placeOf(at))}
                    y1={top - 4}
                    y2={bottom}
                  />
                  <text
                    className="definition-label"
                    x={x(placeOf(at))}
                    y={top - 8 - (index % 2) * 12}
                    textAnchor={at > 0.7 ? 'end' : at < 0.3 ? 'start' : 'middle'}
                  >
                    {label}
                  </text>
                </g>
              ))}
            </g>
          );
        }}
      </ChartPlot>
    </figure>
  );
}
