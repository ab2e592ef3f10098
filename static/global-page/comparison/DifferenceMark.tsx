import type { DifferenceView } from './prepare-difference';

/** Higher is not better for every rate, so the mark has a direction and no colour of praise. */
export function DifferenceMark({ difference }: { readonly difference: DifferenceView }) {
  const { isHigher, value, words } = difference;
  return (
    <p className="difference-from" title={words}>
      <span aria-hidden="true">
        {isHigher ? '▲' : '▼'} {value}
      </span>
      <span className="visually-hidden">{words}</span>
    </p>
  );
}
