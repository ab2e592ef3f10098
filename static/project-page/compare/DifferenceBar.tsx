import type { DifferenceBarView } from './difference-bar';

/** The interval of a difference about the line of no difference. */
export function DifferenceBar({ low, high, value, isChange, label }: DifferenceBarView) {
  return (
    <div
      className={isChange ? 'difference difference-clear' : 'difference'}
      role="img"
      aria-label={label}
      title={label}
    >
      <span className="difference-zero" />
      <span
        className="difference-range"
        style={{ insetInlineStart: asPercent(low), inlineSize: asPercent(high - low) }}
      />
      <span className="difference-mark" style={{ insetInlineStart: asPercent(value) }} />
    </div>
  );
}

const asPercent = (share: number): string => `${String(share * 100)}%`;
