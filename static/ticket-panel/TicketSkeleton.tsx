import Skeleton from '@atlaskit/skeleton';

export function TicketSkeleton() {
  return (
    <div className="ticket-skeleton">
      <Skeleton width="8rem" height="20px" isShimmering />
      <Skeleton width="100%" height="16px" isShimmering />
      <Skeleton width="70%" height="16px" isShimmering />
      <Skeleton width="100%" height="96px" borderRadius="var(--ds-radius-large)" isShimmering />
    </div>
  );
}
