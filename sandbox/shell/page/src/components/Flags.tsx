import Button from '@atlaskit/button/new';
import { useEffect } from 'react';

import type { Flag } from '../session/use-flags';

const AUTO_DISMISS_MS = 8000;

interface FlagsProps {
  readonly flags: readonly Flag[];
  readonly onClose: (id: string) => void;
}

export function Flags({ flags, onClose }: FlagsProps) {
  return (
    <section className="flags" aria-label="Notices" aria-live="polite">
      {flags.map((flag) => (
        <FlagCard key={flag.id} flag={flag} onClose={onClose} />
      ))}
    </section>
  );
}

function FlagCard({ flag, onClose }: { readonly flag: Flag } & Pick<FlagsProps, 'onClose'>) {
  const { id, isAutoDismiss } = flag;
  useEffect(() => {
    if (!isAutoDismiss) return;
    const timer = setTimeout(onClose, AUTO_DISMISS_MS, id);
    return () => clearTimeout(timer);
  }, [id, isAutoDismiss, onClose]);

  return (
    <div className={`flag flag-${flag.tone}`}>
      <p className="flag-title">{flag.title}</p>
      {flag.description !== null && <p>{flag.description}</p>}
      <div className="button-row">
        {flag.actions.map(({ text, run }) => (
          <Button key={text} spacing="compact" onClick={run}>
            {text}
          </Button>
        ))}
        <Button spacing="compact" appearance="subtle" onClick={() => onClose(id)}>
          Dismiss
        </Button>
      </div>
    </div>
  );
}
