import { useMemo } from 'react';

import { createFrameHub } from './bridge/frame-hub';
import { Failure } from './components/Failure';
import { Flags } from './components/Flags';
import { Loading } from './components/Loading';
import { FirstPerson } from './FirstPerson';
import { Page } from './Page';
import { createApi } from './session/api';
import { createFormats } from './session/formats';
import { SessionProvider, type Session } from './session/session';
import { useColorMode } from './session/use-color-mode';
import { useFlags } from './session/use-flags';
import { useShellState } from './session/use-shell-state';
import { useStored } from './session/use-stored';
import { SideNav } from './SideNav';
import { SkipLink } from './SkipLink';
import { TopBar } from './TopBar';

/** Joins the page: who is at the screen, what the server says of the site, and the theme. */
export function App() {
  const [accountId, setAccountId] = useStored('account');
  const [colorMode, setColorMode] = useColorMode();
  const [flags, board] = useFlags();
  const api = useMemo(() => createApi(accountId ?? ''), [accountId]);
  const hub = useMemo(createFrameHub, []);
  const query = useShellState(api);
  const state = query.data;
  const timeZone = state?.timeZone ?? 'UTC';
  const formats = useMemo(() => createFormats(timeZone), [timeZone]);

  if (state === undefined) {
    return query.isError ? (
      <Failure error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading label="Opening the site" />
    );
  }
  if (!state.users.some((user) => user.accountId === accountId)) {
    return <FirstPerson users={state.users} onChoose={setAccountId} />;
  }

  const session: Session = { api, state, formats, colorMode, flags: board, hub };
  return (
    <SessionProvider value={session}>
      <SkipLink targetId="main" />
      <TopBar onChooseUser={setAccountId} onChooseColorMode={setColorMode} />
      {query.isError && (
        <p className="offline" role="alert">
          {query.error.message}
        </p>
      )}
      <div className="columns">
        <SideNav />
        <main id="main" className="main" tabIndex={-1}>
          <Page />
        </main>
      </div>
      <Flags flags={flags} onClose={board.close} />
    </SessionProvider>
  );
}
