import type { CohortName } from '../../src/contract';
import { KpiCard } from '../shared/components/KpiCard';
import { useTexts } from '../shared/texts/use-texts';
import type { QueueContentView } from './prepare-queue-page';

interface QueueHeadlineProps {
  readonly content: QueueContentView;
  /** Lists the tickets that a number counts. */
  readonly onOpen: (cohort: CohortName) => void;
}

/** The headline numbers: what the AI did, and how long people waited. */
export function QueueHeadline({ content, onOpen }: QueueHeadlineProps) {
  const t = useTexts();
  const { headline, times, provisional } = content;
  return (
    <section aria-labelledby="results">
      <h2 id="results" className="visually-hidden">
        {t('queue.results')}
      </h2>
      <div className="grid">
        {headline.map((card) => (
          <KpiCard key={card.id} card={card} size="large" onOpen={onOpen} />
        ))}
        {times.map((card) => (
          <KpiCard key={card.id} card={card} size="medium" onOpen={onOpen} />
        ))}
      </div>
      {provisional !== null && (
        <p className="provisional">
          {provisional}{' '}
          <button type="button" className="link-button" onClick={() => onOpen('provisional')}>
            {t('queue.listProvisional')}
          </button>
        </p>
      )}
    </section>
  );
}
