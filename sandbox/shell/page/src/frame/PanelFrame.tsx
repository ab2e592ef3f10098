import Skeleton from '@atlaskit/skeleton';
import { useId, useRef } from 'react';

import type { ShellModule } from '../../../shell-api';
import { useSession } from '../session/session';
import { useFrameBridge, type FramePlace } from './use-frame-bridge';

interface PanelFrameProps extends FramePlace {
  readonly module: ShellModule;
  /** Under the panels' origin. */
  readonly file: string;
}

/** As the platform's own frames are. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-downloads';

/**
 * One of the app's panels, in a frame of another origin. A panel reads its context once, so the
 * frame starts anew for another person or place.
 */
export function PanelFrame(props: PanelFrameProps) {
  const { api, state } = useSession();
  // The address of the page is no place: it may change around a panel.
  const place = { ...props.extension, location: null };
  const identity = JSON.stringify([api.accountId, state.panelOrigin, props.file, place]);
  return <Frame key={identity} {...props} />;
}

function Frame({ module, file, ...place }: PanelFrameProps) {
  const { state } = useSession();
  const frame = useRef<HTMLIFrameElement>(null);
  const localId = useId();
  const { heightPx, status } = useFrameBridge(frame, { ...place, module, localId });

  return (
    <div className="panel-frame" aria-busy={status === 'loading'}>
      {status === 'loading' && <Skeleton width="100%" height="80px" isShimmering />}
      {status === 'late' && (
        <p className="notice" role="alert">
          The panel “{module.title}” has not loaded yet. Check that {state.panelOrigin} answers and
          that the panels are built, then reload.
        </p>
      )}
      <iframe
        ref={frame}
        className="panel-iframe"
        title={module.title}
        src={`${state.panelOrigin}/${file}`}
        sandbox={SANDBOX}
        style={{ blockSize: heightPx }}
        hidden={status !== 'ready'}
      />
    </div>
  );
}
