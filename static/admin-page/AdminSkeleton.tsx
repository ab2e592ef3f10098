import Skeleton from '@atlaskit/skeleton';

const HEIGHTS = ['56px', '40px', '220px'] as const;

/** As large as what will stand there. */
export function AdminSkeleton() {
  return (
    <div className="admin-stack admin-skeleton">
      {HEIGHTS.map((height) => (
        <Skeleton
          key={height}
          width="100%"
          height={height}
          borderRadius="var(--ds-radius-large)"
          isShimmering
        />
      ))}
    </div>
  );
}
