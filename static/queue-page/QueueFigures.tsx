import { KpiCard } from '../shared/components/KpiCard';
import { useTexts } from '../shared/texts/use-texts';
import { OutcomeList } from './OutcomeList';
import type { QueueContentView } from './prepare-queue-page';
import { TrendSection } from './TrendSection';

interface QueueFiguresProps {
  readonly content: QueueContentView;
  readonly definition: string;
}

export function QueueFigures({ content, definition }: QueueFiguresProps) {
  const t = useTexts();
  const { headline, times, further, provisional, outcomes, trend, notes } = content;
  return (
    <>
      <section aria-labelledby="results">
        <h2 id="results" className="visually-hidden">
          {t('queue.results')}
        </h2>
        <div className="grid grid-headline">
          {headline.map((card) => (
            <KpiCard key={card.id} card={card} size="large" />
          ))}
        </div>
        {provisional !== null && <p className="provisional">{provisional}</p>}
      </section>
      <section aria-labelledby="times">
        <h2 id="times" className="section-title">
          {t('queue.timeToResolve')}
        </h2>
        <div className="grid grid-times">
          {times.map((card) => (
            <KpiCard key={card.id} card={card} size="medium" />
          ))}
        </div>
      </section>
      <section aria-labelledby="further">
        <h2 id="further" className="section-title">
          {t('queue.furtherRates')}
        </h2>
        <div className="grid grid-further">
          {further.map((card) => (
            <KpiCard key={card.id} card={card} size="small" />
          ))}
        </div>
      </section>
      <div className="columns">
        <TrendSection trend={trend} />
        <OutcomeList outcomes={outcomes} />
      </div>
      <footer className="notes">
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p>{definition}</p>
      </footer>
    </>
  );
}
