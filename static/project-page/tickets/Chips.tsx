import { COHORTS } from '../../../src/contract/catalogue';
import { usePanel } from '../../shared/panel';
import { lastDayOf } from '../place/days';
import type { SegmentChoice, TicketsPlace } from '../place/place';
import { usePlace } from '../place/use-place';
import { ALL_DAYS, isAllDays } from './list-heading';

/** What the list is narrowed to; each can be taken away. */
export function Chips({ place }: { readonly place: TicketsPlace }) {
  const { formats } = usePanel();
  const { goTo } = usePlace();
  const { t } = formats;
  const { period, segment } = place;
  const wider = { ...place, clicked: null, page: 0 };
  const hasDays =
    period !== null && !isAllDays(period) && COHORTS[place.cohort].isOfAnyDay !== true;
  const segmentWords = (chosen: SegmentChoice): string =>
    t('report.list.segment', {
      dimension: t(`report.dimension.${chosen.dimension}`),
      value: chosen.label ?? chosen.value ?? t(`report.none.${chosen.dimension}`),
    });
  return (
    <ul className="chips">
      {hasDays && (
        <Chip
          text={formats.dayRange(period.fromDay, lastDayOf(period))}
          onRemove={() => goTo({ ...wider, period: ALL_DAYS })}
        />
      )}
      {segment !== null && (
        <Chip text={segmentWords(segment)} onRemove={() => goTo({ ...wider, segment: null })} />
      )}
    </ul>
  );
}

interface ChipProps {
  readonly text: string;
  readonly onRemove: () => void;
}

function Chip({ text, onRemove }: ChipProps) {
  const { formats } = usePanel();
  return (
    <li className="chip">
      {text}
      <button
        type="button"
        className="chip-remove"
        aria-label={formats.t('report.list.remove', { what: text })}
        onClick={onRemove}
      >
        ×
      </button>
    </li>
  );
}
