import { IntervalBar } from '../../shared/components/IntervalBar';
import { useTexts } from '../../shared/texts/use-texts';
import { CountLink } from '../components/CountLink';
import type { NumberCell } from './prepare-breakdown';

/** A number with what it was counted from; a value of too few tickets is pale and says so. */
export function ScoreCell({ cell }: { readonly cell: NumberCell }) {
  const t = useTexts();
  const { value, basis, interval, exact, isTooFew, tickets } = cell;
  return (
    <div className={isTooFew ? 'score score-few' : 'score'} title={exact ?? undefined}>
      {tickets === null ? (
        <span>{value}</span>
      ) : (
        <CountLink to={tickets.place} label={tickets.words}>
          {value}
        </CountLink>
      )}
      {interval !== null && <IntervalBar {...interval} />}
      {basis !== null && <span className="score-basis">{basis}</span>}
      {isTooFew && <span className="score-basis">{t('report.breakdown.tooFew')}</span>}
    </div>
  );
}
