import { scaleLinear } from 'd3-scale';
import { useState } from 'react';

import type { TrendSeriesView, TrendView } from '../prepare/trend';
import { TrendLine } from './TrendLine';
import { useWidth } from './use-width';

const HEIGHT = 240;
const MARGIN = { top: 12, right: 12, bottom: 28, left: 44 };

/** Two rates over the period. What is pointed at is spelled out under the chart. */
export function TrendChart({ view }: { readonly view: TrendView }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [active, setActive] = useState<number | null>(null);
  const [focus, setFocus] = useState<TrendSeriesView['id']>('aiResolution');
  const { series, readouts, top, xTicks, yTicks } = view;
  const count = readouts.length;
  const x = scaleLinear([0, Math.max(1, count - 1)], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear([0, top], [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const half = count > 1 ? (x(1) - x(0)) / 2 : width / 2;

  return (
    <figure className="trend">
      <ul className="legend">
        {series.map(({ id, legend, legendLabel }) => (
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
      <div ref={ref} className="trend-plot" role="img" aria-label={view.title}>
        {width > 0 && (
          <svg
            width={width}
            height={HEIGHT}
            aria-hidden="true"
            onPointerLeave={() => setActive(null)}
          >
            {yTicks.map(({ value, label }) => (
              <g key={value}>
                <line
                  className="grid-line"
                  x1={MARGIN.left}
                  x2={width - MARGIN.right}
                  y1={y(value)}
                  y2={y(value)}
                />
                <text
                  className="tick"
                  x={MARGIN.left - 8}
                  y={y(value)}
                  dy="0.32em"
                  textAnchor="end"
                >
                  {label}
                </text>
              </g>
            ))}
            {ticksThatFit(xTicks, width).map(({ index, label }) => (
              <text
                key={index}
                className="tick"
                x={x(index)}
                y={HEIGHT - 8}
                textAnchor={index === count - 1 ? 'end' : 'middle'}
              >
                {label}
              </text>
            ))}
            {active !== null && (
              <line className="crosshair" x1={x(active)} x2={x(active)} y1={MARGIN.top} y2={y(0)} />
            )}
            {series.map((each) => (
              <TrendLine key={each.id} series={each} x={x} y={y} hasBand={each.id === focus} />
            ))}
            {readouts.map((readout, index) => (
              <rect
                key={readout}
                className="hover-target"
                x={x(index) - half}
                y={0}
                width={half * 2}
                height={HEIGHT}
                onPointerEnter={() => setActive(index)}
                onPointerDown={() => setActive(index)}
              />
            ))}
          </svg>
        )}
      </div>
      <figcaption className="trend-caption">
        {active === null ? series.find(({ id }) => id === focus)?.caption : readouts[active]}
      </figcaption>
    </figure>
  );
}

/** On a narrow screen every second label, counted back from the last. */
function ticksThatFit(ticks: TrendView['xTicks'], width: number): TrendView['xTicks'] {
  if (width >= 480) return ticks;
  return ticks.filter((_, position) => (ticks.length - 1 - position) % 2 === 0);
}
