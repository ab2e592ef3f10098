import { scaleLinear } from 'd3-scale';
import { useId, useState } from 'react';

import type { TrendSeriesView, TrendView } from '../prepare/trend';
import { useTexts } from '../texts/use-texts';
import { ChartAxes } from './ChartAxes';
import { TrendLine } from './TrendLine';
import { useCrosshair } from './use-crosshair';
import { useWidth } from './use-width';

const HEIGHT = 240;
const MARGIN = { top: 12, right: 12, bottom: 28, left: 44 };

/** Two rates over the period. What is pointed at is spelled out under the chart. */
export function TrendChart({ view }: { readonly view: TrendView }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const t = useTexts();
  const hintId = useId();
  const [focus, setFocus] = useState<TrendSeriesView['id']>('aiResolution');
  const { series, readouts, top, xTicks, yTicks } = view;
  const count = readouts.length;
  const { active, pointAt, onKeyDown } = useCrosshair(count);
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
      <div
        ref={ref}
        className="trend-plot"
        role="group"
        tabIndex={0}
        aria-label={view.title}
        aria-describedby={hintId}
        onKeyDown={onKeyDown}
        onBlur={() => pointAt(null)}
      >
        {width > 0 && (
          <svg
            width={width}
            height={HEIGHT}
            aria-hidden="true"
            onPointerLeave={() => pointAt(null)}
          >
            <ChartAxes
              {...{ xTicks, yTicks, x, y }}
              left={MARGIN.left}
              right={width - MARGIN.right}
              last={count - 1}
              heightPx={HEIGHT}
            />
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
                onPointerEnter={() => pointAt(index)}
                onPointerDown={() => pointAt(index)}
              />
            ))}
          </svg>
        )}
      </div>
      <p id={hintId} className="visually-hidden">
        {t('trend.keys')}
      </p>
      <figcaption className="trend-caption" aria-live="polite">
        {active === null ? series.find(({ id }) => id === focus)?.caption : readouts[active]}
      </figcaption>
    </figure>
  );
}
