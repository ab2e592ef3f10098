import Skeleton from '@atlaskit/skeleton';

/** The page's shape before its figures, so that nothing jumps when they arrive. */
export function QueueSkeleton() {
  return (
    <>
      <div className="header">
        <div className="header-words">
          <Skeleton width="min(28rem, 70vw)" height="28px" isShimmering />
          <Skeleton width="min(20rem, 60vw)" height="16px" isShimmering />
        </div>
        <Skeleton width="16rem" height="32px" isShimmering />
      </div>
      <div className="grid">
        {['fcr', 'ai', 'gap', 'escalation', 'mttr-ai', 'mttr-people', 'mttr', 'open'].map(
          (name) => (
            <Skeleton
              key={name}
              width="100%"
              height="172px"
              borderRadius="var(--ds-radius-large)"
              isShimmering
            />
          ),
        )}
      </div>
      <div className="skeleton-list">
        {['1', '2', '3', '4', '5'].map((row) => (
          <Skeleton key={row} width="100%" height="20px" isShimmering />
        ))}
      </div>
    </>
  );
}
