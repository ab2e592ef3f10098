import { OutcomeLozenge } from '../shared/components/OutcomeLozenge';
import type { EpisodeView } from './prepare-episode';

/** The outcome, the rule in a sentence, and what it rests on. */
export function EpisodeSummary({ episode }: { readonly episode: EpisodeView }) {
  return (
    <section className="verdict-summary">
      <p className="summary-outcome">
        <OutcomeLozenge {...episode.lozenge} />
        {episode.timeLeft !== null && <span className="time-left">{episode.timeLeft}</span>}
      </p>
      <p className="summary-sentence">{episode.sentence}</p>
      {episode.reason !== null && <p className="summary-reason">{episode.reason}</p>}
      {episode.handOff !== null && <p className="summary-hand-off">{episode.handOff}</p>}
      <dl className="verdict-facts">
        {episode.facts.map(({ name, value, exact }) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd title={exact ?? undefined}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
