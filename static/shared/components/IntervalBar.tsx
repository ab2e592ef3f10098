import type { IntervalView } from '../prepare/kpi-card';

/** The 95 % interval on a track from 0 to 100 %, with a mark at the value. */
export function IntervalBar({ low, high, value, label }: IntervalView) {
  return (
    <div className="interval" role="img" aria-label={label} title={label}>
      <span
        className="interval-range"
        style={{ insetInlineStart: asPercent(low), inlineSize: asPercent(high - low) }}
      />
      <span className="interval-mark" style={{ insetInlineStart: asPercent(value) }} />
    </div>
  );
}

const asPercent = (share: number): string => `${share * 100}%`;
