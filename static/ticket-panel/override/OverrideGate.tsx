import { lazy, Suspense } from 'react';

import { ErrorBoundary } from '../../shared/components/ErrorBoundary';
import { useTexts } from '../../shared/texts/use-texts';
import { useMayOverride } from './use-may-override';

/** Loaded only for those who may override. */
const OverrideActions = lazy(async () => {
  const { OverrideActions: component } = await import('./OverrideActions');
  return { default: component };
});

interface OverrideGateProps {
  readonly issue: string;
  /** The latest episode's outcome was set by hand. */
  readonly isOverridden: boolean;
}

/** Nothing, unless the viewer may override: this is asked once the verdict is on the screen. */
export function OverrideGate({ issue, isOverridden }: OverrideGateProps) {
  const t = useTexts();
  if (!useMayOverride(issue)) return null;
  return (
    <ErrorBoundary fallback={() => <p className="muted">{t('ticket.override.notLoaded')}</p>}>
      <Suspense fallback={null}>
        <OverrideActions issue={issue} isOverridden={isOverridden} />
      </Suspense>
    </ErrorBoundary>
  );
}
