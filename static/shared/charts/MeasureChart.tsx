import { scaleLinear } from 'd3-scale';
import { useId } from 'react';

import type { MeasureChartView } from '../prepare/measure-chart';
import { useTexts } from '../texts/use-texts';
import { ChartAxes } from './ChartAxes';
import { DefinitionMarks } from './DefinitionMarks';
import { TrendLine } from './TrendLine';
import { useCrosshair } from './use-crosshair';
import { useWidth } from './use-width';

const HEIGHT = 260;
const MARGIN = { top: 28, right: 16, bottom: 28, left: 56 };

interface MeasureChartProps {
  readonly view: MeasureChartView;
  /** Not where a heading says the message already. */
  readonly hasTitle?: boolean;
}

/** One measure over time. What is pointed at, by pointer or arrow keys, is spelled out below. */
export function MeasureChart({ view, hasTitle = true }: MeasureChartProps) {
  const t = useTexts();
  const [ref, width] = useWidth<HTMLDivElement>();
  const hintId = useId();
  const { message, caption, points, hasBand, provisionalFrom, top, end, marks, readouts } = view;
  const { active, pointAt, onKeyDown } = useCrosshair(points.length);
  const last = Math.max(1, points.length - 1);
  const [left, right] = [MARGIN.left, width - MARGIN.right];
  const x = scaleLinear([0, last], [left, right]);
  const y = scaleLinear([0, top], [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const half = (right - left) / last / 2;
  const endValue = points[end.index]?.value ?? 0;

  return (
    <figure className="measure">
      {hasTitle && <p className="measure-message">{message.title}</p>}
      <p className="muted">{message.detail}</p>
      <div
        ref={ref}
        className="measure-plot"
        role="group"
        tabIndex={0}
        aria-label={message.title}
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
            {provisionalFrom !== null && (
              <rect
                className="provisional-zone"
                x={Math.max(left, x(provisionalFrom) - half)}
                width={Math.max(0, right - Math.max(left, x(provisionalFrom) - half))}
                y={MARGIN.top}
                height={HEIGHT - MARGIN.top - MARGIN.bottom}
              />
            )}
            <ChartAxes {...view} {...{ x, y, left, right }} last={last} heightPx={HEIGHT} />
            <DefinitionMarks marks={marks} x={x} top={MARGIN.top} bottom={HEIGHT - MARGIN.bottom} />
            {active !== null && (
              <line className="crosshair" x1={x(active)} x2={x(active)} y1={MARGIN.top} y2={y(0)} />
            )}
            <TrendLine series={{ id: 'measure', points }} x={x} y={y} hasBand={hasBand} />
            {active !== null && points[active]?.value != null && (
              <circle className="active-dot" cx={x(active)} cy={y(points[active].value)} r={4} />
            )}
            <text
              className="end-label"
              x={Math.min(x(end.index) + 4, right)}
              y={Math.max(MARGIN.top, y(endValue) - 8)}
              textAnchor="end"
            >
              {end.label}
            </text>
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
      <figcaption className="measure-caption" aria-live="polite">
        {active === null ? caption : readouts[active]}
      </figcaption>
    </figure>
  );
}
