import Skeleton from '@atlaskit/skeleton';

const HEIGHTS = ['32px', '56px', '40px', '220px'] as const;

/** As large as what will stand there. */
export function AdminSkeleton() {
  return (
    <div className="admin-stack">
      {HEIGHTS.map((height) => (
        <Skeleton
          key={height}
          width={height === '32px' ? 'min(100%, 280px)' : '100%'}
          height={height}
          borderRadius="var(--ds-radius-large)"
          isShimmering
        />
      ))}
    </div>
  );
}
