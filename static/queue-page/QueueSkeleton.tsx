import Skeleton from '@atlaskit/skeleton';

/** The page's shape before its figures, so that nothing jumps when they arrive. */
export function QueueSkeleton() {
  return (
    <>
      <div className="header">
        <div className="header-words">
          <Skeleton width="14rem" height="28px" isShimmering />
          <Skeleton width="20rem" height="16px" isShimmering />
        </div>
      </div>
      <div className="grid grid-headline">
        <Skeleton width="100%" height="148px" borderRadius="var(--ds-radius-large)" isShimmering />
        <Skeleton width="100%" height="148px" borderRadius="var(--ds-radius-large)" isShimmering />
      </div>
      <div className="grid grid-times skeleton-row">
        {['ai', 'people', 'all', 'open'].map((name) => (
          <Skeleton
            key={name}
            width="100%"
            height="124px"
            borderRadius="var(--ds-radius-large)"
            isShimmering
          />
        ))}
      </div>
    </>
  );
}
