import { OutcomeLozenge } from '../shared/components/OutcomeLozenge';
import { useTexts } from '../shared/texts/use-texts';
import type { EpisodeView } from './prepare-episode';

interface EpisodeListProps {
  readonly title: string;
  /** Empty for a ticket that was never reopened: then there is nothing to tell apart. */
  readonly episodes: readonly EpisodeView[];
}

export function EpisodeList({ title, episodes }: EpisodeListProps) {
  const t = useTexts();
  if (episodes.length === 0) return null;
  return (
    <section aria-labelledby="episodes">
      <h2 id="episodes" className="ticket-title">
        {title}
      </h2>
      <ol className="episodes" reversed>
        {episodes.map(({ key, title: name, span, lozenge, sentence }) => (
          <li key={key} className="episode">
            <p className="episode-head">
              <span className="episode-name">{name}</span>
              <OutcomeLozenge {...lozenge} />
            </p>
            <p>{sentence}</p>
            <p className="muted">{span}</p>
          </li>
        ))}
      </ol>
      <p className="muted">{t('ticket.episodesNote')}</p>
    </section>
  );
}
