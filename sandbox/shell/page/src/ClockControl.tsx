import Button from '@atlaskit/button/new';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { ClockCommand, ShellState } from '../../shell-api';
import { Segments } from './components/Segments';
import { useSession } from './session/session';
import { stateKey } from './session/use-shell-state';
import { useSiteNow } from './session/use-site-now';

const SPEEDS = [
  { value: '0', label: 'Pause' },
  { value: '1', label: '×1' },
  { value: '60', label: '×60' },
  { value: '600', label: '×600' },
  { value: '3600', label: '×3600' },
];
const JUMPS = [
  { ms: 3_600_000, label: '+1 hour' },
  { ms: 86_400_000, label: '+1 day' },
];

/** The site's clock, and what drives it. */
export function ClockControl() {
  const { api, state, formats, flags } = useSession();
  const queries = useQueryClient();
  const nowMs = useSiteNow(state);
  const command = useMutation({
    networkMode: 'always',
    mutationFn: (body: ClockCommand) => api.send<ShellState>('POST', '/api/clock', body),
    onSuccess: (next) => queries.setQueryData(stateKey(api.accountId), next),
    onError: (error) =>
      flags.show({
        id: 'clock',
        title: 'The clock could not be set',
        description: error.message,
        tone: 'error',
        isAutoDismiss: false,
        actions: [],
      }),
  });
  const isJumping = command.isPending && command.variables.kind === 'jump';

  return (
    <section className="clock" aria-label="Clock of the site" aria-busy={isJumping}>
      <time
        className="clock-time"
        dateTime={new Date(nowMs).toISOString()}
        title={`Time zone of the site: ${state.timeZone}`}
      >
        {formats.clock(nowMs)}
      </time>
      <Segments
        label="Speed"
        value={String(state.speed)}
        options={SPEEDS}
        isDisabled={isJumping}
        onChange={(speed) => command.mutate({ kind: 'speed', perSecond: Number(speed) })}
      />
      <div className="button-row">
        {JUMPS.map(({ ms, label }) => (
          <Button
            key={label}
            spacing="compact"
            isDisabled={isJumping}
            onClick={() => command.mutate({ kind: 'jump', ms })}
          >
            {label}
          </Button>
        ))}
      </div>
      <span className="clock-busy" role="status">
        {isJumping ? 'Playing…' : ''}
      </span>
    </section>
  );
}
