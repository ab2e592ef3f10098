import Skeleton from '@atlaskit/skeleton';

/** @param cards - how many will be there; 0 for a chart */
export function GadgetSkeleton({ cards }: { readonly cards: number }) {
  const radius = 'var(--ds-radius-large)';
  return (
    <div className="gadget-skeleton">
      <Skeleton width="60%" height="16px" isShimmering />
      {cards === 0 && <Skeleton width="100%" height="240px" borderRadius={radius} isShimmering />}
      <div className={`gadget-cards gadget-cards-${String(cards)}`}>
        {Array.from({ length: cards }, (_, index) => (
          <Skeleton key={index} width="100%" height="140px" borderRadius={radius} isShimmering />
        ))}
      </div>
    </div>
  );
}
