import { OutcomeLozenge } from '../../shared/components/OutcomeLozenge';
import { useTexts } from '../../shared/texts/use-texts';
import { CountLink } from '../components/CountLink';
import type { OutcomeLinkView } from './prepare-overview';

/** Every ticket of the period by its outcome, mature or not. */
export function OutcomeLinks({ outcomes }: { readonly outcomes: readonly OutcomeLinkView[] }) {
  const t = useTexts();
  return (
    <section aria-labelledby="outcomes">
      <h2 id="outcomes" className="section-title">
        {t('queue.outcomes')}
      </h2>
      <p className="muted">{t('queue.outcomesNote')}</p>
      <ul className="outcomes">
        {outcomes.map(({ lozenge, meaning, count, share, shareOfAll, isZero, tickets }) => (
          <li
            key={lozenge.label}
            className={isZero ? 'outcome outcome-zero' : 'outcome'}
            title={meaning}
          >
            <span className="outcome-name">
              <OutcomeLozenge {...lozenge} />
            </span>
            <span className="outcome-bar" aria-hidden="true">
              <span
                className="outcome-fill"
                style={{ inlineSize: `${String(shareOfAll * 100)}%` }}
              />
            </span>
            <span className="outcome-count">
              {tickets === null ? (
                count
              ) : (
                <CountLink
                  to={tickets}
                  label={t('trend.now', { name: lozenge.label, value: count })}
                >
                  {count}
                </CountLink>
              )}
            </span>
            <span className="outcome-share">{share}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
