import { OutcomeLozenge } from '../shared/components/OutcomeLozenge';
import type { OutcomeRowView } from '../shared/prepare/outcome-list';
import { useTexts } from '../shared/texts/use-texts';

interface OutcomeListProps {
  readonly outcomes: readonly OutcomeRowView[];
}

export function OutcomeList({ outcomes }: OutcomeListProps) {
  const t = useTexts();
  return (
    <section className="columns-side" aria-labelledby="outcomes">
      <div className="section-head">
        <h2 id="outcomes" className="section-title">
          {t('queue.outcomes')}
        </h2>
      </div>
      <ul className="outcomes">
        {outcomes.map(({ lozenge, meaning, count, share, shareOfAll, isZero }) => (
          <li
            key={lozenge.label}
            className={isZero ? 'outcome outcome-zero' : 'outcome'}
            title={meaning}
          >
            <span className="outcome-name">
              <OutcomeLozenge {...lozenge} />
            </span>
            <span className="outcome-bar" aria-hidden="true">
              <span className="outcome-fill" style={{ inlineSize: `${shareOfAll * 100}%` }} />
            </span>
            <span className="outcome-count">{count}</span>
            <span className="outcome-share">{share}</span>
          </li>
        ))}
      </ul>
      <p className="muted">{t('queue.outcomesNote')}</p>
    </section>
  );
}
