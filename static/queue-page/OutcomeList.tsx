import type { CohortName } from '../../src/contract';
import { OutcomeLozenge } from '../shared/components/OutcomeLozenge';
import type { OutcomeRowView } from '../shared/prepare/outcome-list';
import { useTexts } from '../shared/texts/use-texts';

interface OutcomeListProps {
  readonly outcomes: readonly OutcomeRowView[];
  readonly onOpen: (cohort: CohortName) => void;
}

/** What became of every ticket of the period; each count lists its tickets. */
export function OutcomeList({ outcomes, onOpen }: OutcomeListProps) {
  const t = useTexts();
  return (
    <section className="columns-side" aria-labelledby="outcomes">
      <div className="section-head">
        <h2 id="outcomes" className="section-title">
          {t('queue.outcomes')}
        </h2>
      </div>
      <ul className="outcomes">
        {outcomes.map(({ cohort, lozenge, meaning, count, share, shareOfAll, isZero }) => (
          <li key={cohort} className={isZero ? 'outcome outcome-zero' : 'outcome'} title={meaning}>
            <span className="outcome-name">
              <OutcomeLozenge {...lozenge} />
            </span>
            <span className="outcome-bar" aria-hidden="true">
              <span className="outcome-fill" style={{ inlineSize: `${shareOfAll * 100}%` }} />
            </span>
            <span className="outcome-count">
              {isZero ? (
                count
              ) : (
                <button
                  type="button"
                  className="link-button"
                  aria-label={t('queue.listOutcome', { count, outcome: lozenge.label })}
                  onClick={() => onOpen(cohort)}
                >
                  {count}
                </button>
              )}
            </span>
            <span className="outcome-share">{share}</span>
          </li>
        ))}
      </ul>
      <p className="muted">{t('queue.outcomesNote')}</p>
    </section>
  );
}
