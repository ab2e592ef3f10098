import { useId, useState, type KeyboardEvent } from 'react';

import { Sparkline } from '../charts/Sparkline';
import type { CardView } from '../prepare/kpi-card';
import { IntervalBar } from './IntervalBar';

interface KpiCardProps {
  readonly card: CardView;
  readonly size: 'large' | 'medium' | 'small';
}

/** One number with what it was counted from; the `?` opens what it means. */
export function KpiCard({ card, size }: KpiCardProps) {
  const [isOpen, setIsOpen] = useState(false);
  const definitionId = useId();
  const closeOnEscape = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') setIsOpen(false);
  };

  return (
    <article className={`card card-${size}`} data-kpi={card.id} onKeyDown={closeOnEscape}>
      <h3 className="card-name">
        {card.name}
        <button
          type="button"
          className="help"
          aria-label={card.definitionLabel}
          aria-expanded={isOpen}
          aria-controls={definitionId}
          onClick={() => setIsOpen(!isOpen)}
        >
          ?
        </button>
      </h3>
      <p id={definitionId} className="card-definition" hidden={!isOpen}>
        {card.definition}
      </p>
      <div className="card-figure">
        <div className="card-number">
          <p
            className={card.isNoData ? 'card-value card-value-none' : 'card-value'}
            title={card.exact ?? undefined}
          >
            {card.value}
          </p>
          {card.interval !== null && <IntervalBar {...card.interval} />}
        </div>
        {card.sparkline !== null && <Sparkline {...card.sparkline} />}
      </div>
      <p className="card-basis">
        {card.basis}
        {card.note !== null && <span className="card-note">{card.note}</span>}
      </p>
    </article>
  );
}
