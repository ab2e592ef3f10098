import type { MeasureChartView } from '../prepare/measure-chart';
import { ChartPlot } from './ChartPlot';
import { DefinitionMarks } from './DefinitionMarks';
import { TrendLine } from './TrendLine';

const HEIGHT = 260;
const MARGIN = { top: 28, right: 16, bottom: 28, left: 56 };

interface MeasureChartProps {
  readonly view: MeasureChartView;
  /** Not where a heading says the message already. */
  readonly hasTitle?: boolean;
}

/** One measure over time. */
export function MeasureChart({ view, hasTitle = true }: MeasureChartProps) {
  const { message, points, hasBand, provisionalFrom, end, marks } = view;
  return (
    <figure className="measure">
      {hasTitle && <p className="measure-message">{message.title}</p>}
      <p className="muted">{message.detail}</p>
      <ChartPlot {...view} label={message.title} heightPx={HEIGHT} margin={MARGIN}>
        {({ x, y, half, left, right, top, bottom, active }) => {
          const paleFrom =
            provisionalFrom === null ? right : Math.max(left, x(provisionalFrom) - half);
          const value = active === null ? null : (points[active]?.value ?? null);
          return (
            <>
              <rect
                className="provisional-zone"
                x={paleFrom}
                width={Math.max(0, right - paleFrom)}
                y={top}
                height={bottom - top}
              />
              <DefinitionMarks {...{ marks, x, top, bottom }} />
              <TrendLine series={{ id: 'measure', points }} {...{ x, y, hasBand }} />
              {active !== null && value !== null && (
                <circle className="active-dot" cx={x(active)} cy={y(value)} r={4} />
              )}
              <text
                className="end-label"
                x={Math.min(x(end.index) + 4, right)}
                y={Math.max(top, y(points[end.index]?.value ?? 0) - 8)}
                textAnchor="end"
              >
                {end.label}
              </text>
            </>
          );
        }}
      </ChartPlot>
    </figure>
  );
}
