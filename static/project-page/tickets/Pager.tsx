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
  const { text, previous, next } = pager;
  const turnTo = (page: number | null): void => {
    if (page !== null) goTo({ ...place, page });
  };
  return (
    <nav className="pager" aria-label={t('report.list.pages')}>
      <Button isDisabled={previous === null} onClick={() => turnTo(previous)}>
        {t('report.list.previous')}
      </Button>
      <span aria-live="polite">{text}</span>
      <Button isDisabled={next === null} onClick={() => turnTo(next)}>
        {t('report.list.next')}
      </Button>
    </nav>
  );
}
