import type { ChangeView } from '../prepare/change';

const ARROWS = { up: '▲', down: '▼', unclear: '' } as const;

/** An arrow with the difference, or a word where there is no clear one. */
export function ChangeMark({ change }: { readonly change: ChangeView }) {
  const { direction, tone, text, exact } = change;
  return (
    <p className={`change change-${tone}`} title={exact}>
      {direction !== 'unclear' && <span aria-hidden="true">{`${ARROWS[direction]} `}</span>}
      {text}
    </p>
  );
}
