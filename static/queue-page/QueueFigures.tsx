import type { CohortName } from '../../src/contract';
import { KpiCard } from '../shared/components/KpiCard';
import { useTexts } from '../shared/texts/use-texts';
import { OutcomeList } from './OutcomeList';
import type { QueueContentView } from './prepare-queue-page';
import { TrendSection } from './TrendSection';

interface QueueFiguresProps {
  readonly content: QueueContentView;
  readonly definition: string;
  /** Lists the tickets that a number counts. */
  readonly onOpen: (cohort: CohortName) => void;
}

/** What stands behind the headline. */
export function QueueFigures({ content, definition, onOpen }: QueueFiguresProps) {
  const t = useTexts();
  const { further, outcomes, trend, notes } = content;
  return (
    <>
      <div className={trend === null ? undefined : 'columns'}>
        {trend !== null && <TrendSection trend={trend} />}
        <OutcomeList outcomes={outcomes} onOpen={onOpen} />
      </div>
      <section aria-labelledby="further">
        <h2 id="further" className="section-title">
          {t('queue.furtherRates')}
        </h2>
        <div className="grid">
          {further.map((card) => (
            <KpiCard key={card.id} card={card} size="small" onOpen={onOpen} />
          ))}
        </div>
      </section>
      <footer className="notes">
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p>{definition}</p>
      </footer>
    </>
  );
}
