import { useId, useState, type KeyboardEvent } from 'react';

import type { CohortName } from '../../../src/contract';
import { Sparkline } from '../charts/Sparkline';
import type { CardView } from '../prepare/kpi-card';
import { useTexts } from '../texts/use-texts';
import { ChangeMark } from './ChangeMark';
import { IntervalBar } from './IntervalBar';

interface KpiCardProps {
  readonly card: CardView;
  readonly size: 'large' | 'medium' | 'small';
  /** Lists the tickets that the number counts; without it the basis is plain text. */
  readonly onOpen?: (cohort: CohortName) => void;
}

/** One number with what it was counted from; the `?` opens what it means. */
export function KpiCard({ card, size, onOpen }: KpiCardProps) {
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
      {card.change !== null && <ChangeMark change={card.change} />}
      <p className="card-basis">
        <Basis card={card} onOpen={onOpen} />
        {card.note !== null && <span className="card-note">{card.note}</span>}
        {card.meanInterval !== null && <span className="card-note">{card.meanInterval}</span>}
      </p>
    </article>
  );
}

interface BasisProps {
  readonly card: CardView;
  readonly onOpen: ((cohort: CohortName) => void) | undefined;
}

function Basis({ card: { basis, cohort }, onOpen }: BasisProps) {
  const t = useTexts();
  if (cohort === null || onOpen === undefined) return basis;
  return (
    <button
      type="button"
      className="link-button"
      title={t('kpi.list')}
      onClick={() => onOpen(cohort)}
    >
      {basis}
    </button>
  );
}
