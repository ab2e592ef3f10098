import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';

import type { IssueDetail } from '../../../shell-api';
import { useSession } from '../session/session';

type Sla = IssueDetail['sla'][number];

export function SlaLines({ sla }: Pick<IssueDetail, 'sla'>) {
  const { formats } = useSession();
  if (sla.length === 0) return null;
  return (
    <section className="card" aria-label="SLAs">
      <h2>SLAs</h2>
      <ul className="sla">
        {sla.map((line) => {
          const { label, appearance } = standOf(line);
          const remaining = formats.duration(line.remainingMs);
          return (
            <li key={line.name} className="sla-line">
              <span>{line.name}</span>
              <Lozenge appearance={appearance}>{label}</Lozenge>
              <span className="muted">
                {line.remainingMs < 0 ? `${remaining} over` : `${remaining} left`} of{' '}
                {formats.duration(line.goalMs)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function standOf({ isBreached, isPaused, isRunning }: Sla): {
  readonly label: string;
  readonly appearance: ThemeAppearance;
} {
  if (isBreached) return { label: 'Breached', appearance: 'removed' };
  if (isPaused) return { label: 'Paused', appearance: 'default' };
  return isRunning
    ? { label: 'Running', appearance: 'inprogress' }
    : { label: 'Met', appearance: 'success' };
}
