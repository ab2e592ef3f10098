import { lazy, Suspense } from 'react';

import { ErrorBoundary } from '../shared/components/ErrorBoundary';
import { KpiCard } from '../shared/components/KpiCard';
import { useTexts } from '../shared/texts/use-texts';
import { GadgetSkeleton } from './GadgetSkeleton';
import type { GadgetContent as Content } from './prepare-gadget';

/** Only gadgets that show a trend load what draws it. */
const GadgetTrend = lazy(async () => {
  const { GadgetTrend: component } = await import('./GadgetTrend');
  return { default: component };
});

/** One to four cards, as many beside each other as the dashboard's column has room for. */
export function GadgetContent({ content }: { readonly content: Content }) {
  const t = useTexts();
  if (content.kind === 'no-trend') return <p className="muted">{content.words}</p>;
  if (content.kind === 'trend') {
    return (
      <ErrorBoundary fallback={() => <p className="muted">{t('gadget.notLoaded')}</p>}>
        <Suspense fallback={<GadgetSkeleton cards={0} />}>
          <GadgetTrend trend={content.trend} />
        </Suspense>
      </ErrorBoundary>
    );
  }
  const { cards } = content;
  return (
    <div className={`gadget-cards gadget-cards-${String(cards.length)}`}>
      {cards.map((card) => (
        <KpiCard key={card.id} card={card} size={cards.length === 1 ? 'large' : 'medium'} />
      ))}
    </div>
  );
}
