import { useTexts } from '../shared/texts/use-texts';
import type { StepView } from './prepare-timeline';

export function Timeline({ steps }: { readonly steps: readonly StepView[] }) {
  const t = useTexts();
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" className="ticket-title">
        {t('ticket.timeline')}
      </h2>
      <ol className="steps">
        {steps.map(({ key, when, exact, iso, sentence, isAi, isStart }) => (
          <li
            key={key}
            className={['step', isAi && 'step-ai', isStart && 'step-start']
              .filter(Boolean)
              .join(' ')}
          >
            <time className="step-when" dateTime={iso} title={exact}>
              {when}
            </time>
            <span className="step-what">{sentence}</span>
          </li>
        ))}
      </ol>
      <p className="muted">{t('ticket.timelineNote')}</p>
    </section>
  );
}
