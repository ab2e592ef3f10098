export interface Ticks {
  readonly yTicks: readonly { readonly value: number; readonly label: string }[];
  readonly xTicks: readonly { readonly index: number; readonly label: string }[];
}

interface ChartAxesProps extends Ticks {
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  /** Index of the last point. */
  readonly last: number;
  readonly left: number;
  readonly right: number;
  readonly heightPx: number;
}

/** Grid lines with their values, and days below. */
export function ChartAxes(props: ChartAxesProps) {
  const { yTicks, xTicks, x, y, last, left, right, heightPx } = props;
  return (
    <>
      {yTicks.map(({ value, label }) => (
        <g key={value}>
          <line className="grid-line" x1={left} x2={right} y1={y(value)} y2={y(value)} />
          <text className="tick" x={left - 8} y={y(value)} dy="0.32em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {ticksThatFit(xTicks, right - left).map(({ index, label }) => (
        <text
          key={index}
          className="tick"
          x={x(index)}
          y={heightPx - 8}
          textAnchor={index === last ? 'end' : 'middle'}
        >
          {label}
        </text>
      ))}
    </>
  );
}

/** On a narrow screen every second label, counted back from the last. */
function ticksThatFit(ticks: Ticks['xTicks'], widthPx: number): Ticks['xTicks'] {
  if (widthPx >= 424) return ticks;
  return ticks.filter((_, position) => (ticks.length - 1 - position) % 2 === 0);
}
