import { useWidth } from '../../shared/charts/use-width';
import { useTexts } from '../../shared/texts/use-texts';
import { usePlace } from '../place/use-place';
import { holdsItsLabel, type FlowPartView, type FlowView } from './prepare-flow';

const LEVELS = [0, 1, 2, 3] as const;

/** All decided tickets and what became of them: each level divides the one above, to scale. */
export function FlowBar({ flow }: { readonly flow: FlowView }) {
  const t = useTexts();
  const { goTo } = usePlace();
  const [ref, widthPx] = useWidth<HTMLDivElement>();
  const isNarrow = (part: FlowPartView): boolean => !holdsItsLabel(part, part.width * widthPx);
  const below = flow.parts.filter(isNarrow);

  return (
    <div className="flow" role="group" aria-label={t('report.flow.title')}>
      <div ref={ref} className="flow-levels">
        {widthPx > 0 &&
          LEVELS.map((level) => (
            <div key={level} className="flow-level">
              {flow.parts
                .filter((part) => part.level === level)
                .map((part) => {
                  const { id, words, label, figure, start, width, tickets } = part;
                  const look = {
                    className: `flow-part flow-${id}`,
                    style: {
                      insetInlineStart: `${String(start * 100)}%`,
                      inlineSize: `${String(width * 100)}%`,
                    },
                    title: words,
                    onClick: () => goTo(tickets),
                  };
                  // Its label below is its button: here it would be too small to hit.
                  if (isNarrow(part)) return <span key={id} {...look} aria-hidden="true" />;
                  return (
                    <button key={id} {...look} type="button" data-cohort={tickets.cohort}>
                      <span className="flow-label">{label}</span>{' '}
                      <span className="flow-figure">{figure}</span>
                    </button>
                  );
                })}
            </div>
          ))}
      </div>
      {widthPx > 0 && below.length > 0 && (
        <ul className="flow-below">
          {below.map(({ id, words, label, figure, tickets }) => (
            <li key={id}>
              <button
                type="button"
                className="flow-entry"
                title={words}
                data-cohort={tickets.cohort}
                onClick={() => goTo(tickets)}
              >
                <span className={`flow-swatch flow-${id}`} aria-hidden="true" />
                <span>{label}</span> <span className="flow-entry-figure">{figure}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
