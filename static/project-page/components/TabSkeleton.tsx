import Skeleton from '@atlaskit/skeleton';

interface TabSkeletonProps {
  readonly shape: 'cards' | 'chart' | 'table';
}

const CARDS = ['1', '2', '3', '4', '5', '6'];
const ROWS = ['1', '2', '3', '4', '5', '6', '7', '8'];

/** A tab's shape before its figures, so that nothing jumps when they arrive. */
export function TabSkeleton({ shape }: TabSkeletonProps) {
  return (
    <div className="skeleton">
      <Skeleton width="18rem" height="20px" isShimmering />
      <Skeleton width="60%" height="28px" isShimmering />
      {shape === 'cards' && (
        <>
          <div className="grid grid-rates">
            {CARDS.map((name) => (
              <Skeleton
                key={name}
                width="100%"
                height="132px"
                borderRadius="var(--ds-radius-large)"
                isShimmering
              />
            ))}
          </div>
          <Skeleton width="100%" height="200px" isShimmering />
        </>
      )}
      {shape === 'chart' && <Skeleton width="100%" height="320px" isShimmering />}
      {shape === 'table' &&
        ROWS.map((name) => <Skeleton key={name} width="100%" height="32px" isShimmering />)}
    </div>
  );
}
