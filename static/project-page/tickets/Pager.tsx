import Button from '@atlaskit/button/new';

import { useTexts } from '../../shared/texts/use-texts';
import type { TicketsPlace } from '../place/place';
import { usePlace } from '../place/use-place';
import type { PagerView } from './prepare-pager';

interface PagerProps {
  readonly pager: PagerView;
  readonly place: TicketsPlace;
}

export function Pager({ pager, place }: PagerProps) {
  const t = useTexts();
  const { goTo } = usePlace();
  const { text, hasPrevious, hasNext } = pager;
  return (
    <nav className="pager" aria-label={t('report.list.pages')}>
      <Button
        isDisabled={!hasPrevious}
        onClick={() => goTo({ ...place, page: Math.max(0, place.page - 1) })}
      >
        {t('report.list.previous')}
      </Button>
      <span aria-live="polite">{text}</span>
      <Button isDisabled={!hasNext} onClick={() => goTo({ ...place, page: place.page + 1 })}>
        {t('report.list.next')}
      </Button>
    </nav>
  );
}
