import { scaleLinear } from 'd3-scale';
import { useId, type ReactNode } from 'react';

import { useTexts } from '../texts/use-texts';
import { ChartAxes, type Ticks } from './ChartAxes';
import { useCrosshair } from './use-crosshair';
import { useWidth } from './use-width';

/** Where things stand, in pixels of the drawing. */
export interface Plot {
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  /** Half the distance between two points. */
  readonly half: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The point that is pointed at; null for none. */
  readonly active: number | null;
}

interface ChartPlotProps extends Ticks {
  readonly label: string;
  readonly heightPx: number;
  readonly margin: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;
  /** Upper end of the axis. */
  readonly top: number;
  /** Said when a point is pointed at; one per point. */
  readonly readouts: readonly string[];
  /** Said while none is. */
  readonly caption: string;
  readonly children: (plot: Plot) => ReactNode;
}

/** A chart's axes. What is pointed at, by pointer or arrow keys, is spelled out below. */
export function ChartPlot(props: ChartPlotProps) {
  const { label, heightPx, margin, xTicks, yTicks, readouts, caption, children } = props;
  const t = useTexts();
  const hintId = useId();
  const [ref, width] = useWidth<HTMLDivElement>();
  const { active, pointAt, onKeyDown } = useCrosshair(readouts.length);
  const last = Math.max(1, readouts.length - 1);
  const [left, right] = [margin.left, width - margin.right];
  const [top, bottom] = [margin.top, heightPx - margin.bottom];
  const x = scaleLinear([0, last], [left, right]);
  const y = scaleLinear([0, props.top], [bottom, top]);
  const half = (right - left) / last / 2;

  return (
    <>
      <div
        ref={ref}
        className="chart-plot"
        role="group"
        tabIndex={0}
        aria-label={label}
        aria-describedby={hintId}
        onKeyDown={onKeyDown}
        onBlur={() => pointAt(null)}
      >
        {width > 0 && (
          <svg
            width={width}
            height={heightPx}
            aria-hidden="true"
            onPointerLeave={() => pointAt(null)}
          >
            <ChartAxes {...{ xTicks, yTicks, x, y, left, right, last, heightPx }} />
            {active !== null && (
              <line className="crosshair" x1={x(active)} x2={x(active)} y1={top} y2={bottom} />
            )}
            {children({ x, y, half, left, right, top, bottom, active })}
            {readouts.map((readout, index) => (
              <rect
                key={readout}
                className="hover-target"
                x={x(index) - half}
                y={0}
                width={half * 2}
                height={heightPx}
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
      <figcaption className="chart-caption" aria-live="polite">
        {active === null ? caption : readouts[active]}
      </figcaption>
    </>
  );
}
