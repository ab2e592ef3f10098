import type { FrameView } from '../prepare-frame';

interface FrameFactsProps {
  readonly frame: FrameView;
  /** The days that are shown; null where they go without saying. */
  readonly range: string | null;
}

/** When the figures were computed, by which definition and clock, and what they lack. */
export function FrameFacts({ frame, range }: FrameFactsProps) {
  const { computed, computedExact, clock, definition, history, historyProgress, partial } = frame;
  return (
    <div className="facts">
      <p className="facts-line">
        {range !== null && <strong className="facts-range">{range}</strong>}
        <span title={computedExact ?? undefined}>{computed}</span>
        <span>{definition}</span>
        <span>{clock}</span>
      </p>
      {partial !== null && <p className="facts-partial">{partial}</p>}
      {history !== null && <p className="facts-history">{history}</p>}
      {history !== null && historyProgress !== null && (
        <progress className="progress" value={historyProgress} max={1} aria-label={history} />
      )}
    </div>
  );
}
