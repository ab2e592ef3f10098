import Skeleton from '@atlaskit/skeleton';

const FORM_HEIGHTS = ['320px', '180px', '260px'] as const;
const SIDE_HEIGHTS = ['140px', '240px', '160px'] as const;

/** As large as what will stand there. */
export function SettingsSkeleton() {
  return (
    <div className="settings-columns skeleton-columns">
      {[FORM_HEIGHTS, SIDE_HEIGHTS].map((heights) => (
        <div key={heights[0]} className="settings-stack">
          {heights.map((height) => (
            <Skeleton
              key={height}
              width="100%"
              height={height}
              borderRadius="var(--ds-radius-large)"
              isShimmering
            />
          ))}
        </div>
      ))}
    </div>
  );
}
