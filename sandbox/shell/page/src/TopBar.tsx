import { useRef } from 'react';

import { ClockControl } from './ClockControl';
import { Segments } from './components/Segments';
import { Select } from './components/Select';
import { moduleRoute } from './session/module-route';
import { hrefOf, sectionOf } from './session/route';
import { useSession } from './session/session';
import type { ColorMode } from './session/use-color-mode';
import { useProject } from './session/use-project';
import { useRoute } from './session/use-route';

interface TopBarProps {
  readonly onChooseUser: (accountId: string) => void;
  readonly onChooseColorMode: (mode: ColorMode) => void;
}

const MODES: readonly { readonly value: ColorMode; readonly label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export function TopBar({ onChooseUser, onChooseColorMode }: TopBarProps) {
  const { api, state, colorMode } = useSession();
  const project = useProject();

  return (
    <header className="top-bar">
      <div className="top-group">
        <a className="product" href={hrefOf({ page: 'home' })} title={state.siteName}>
          Jira · sandbox
        </a>
        {project !== null && (
          <Select
            label="Project"
            isLabelHidden
            value={project}
            options={withCurrent(state.projects, project)}
            onChange={(key) => {
              location.hash = hrefOf({
                page: 'queue',
                project: key,
                queueId: null,
                pageNumber: 1,
              });
            }}
          />
        )}
        {state.mayOpenApps && <AppLinks />}
      </div>
      <ClockControl />
      <div className="top-group">
        <Select
          label="Person at the screen"
          isLabelHidden
          value={api.accountId}
          options={state.users.map(({ accountId, displayName, role }) => ({
            value: accountId,
            label: `${displayName} · ${role}`,
          }))}
          onChange={onChooseUser}
        />
        <Segments
          label="Theme"
          value={colorMode}
          options={MODES}
          onChange={(mode) => onChooseColorMode(mode === 'dark' ? 'dark' : 'light')}
        />
      </div>
    </header>
  );
}

/** Pages that apps have beside projects. */
function AppLinks() {
  const { state } = useSession();
  const menu = useRef<HTMLDetailsElement>(null);
  const here = hrefOf(sectionOf(useRoute()));
  const links = state.modules.flatMap((module) => {
    const to = module.type === 'jira:globalPage' ? moduleRoute(module, null) : null;
    return to === null ? [] : [{ href: hrefOf(to), title: module.title }];
  });
  return (
    <details ref={menu} className="app-menu">
      <summary>Apps</summary>
      <nav className="app-links" aria-label="Apps">
        {links.map(({ href, title }) => (
          <a
            key={href}
            href={href}
            aria-current={href === here ? 'page' : undefined}
            onClick={() => menu.current?.removeAttribute('open')}
          >
            {title}
          </a>
        ))}
      </nav>
    </details>
  );
}

/** The address may name a project that the person may not see: it stays chosen, by its key. */
function withCurrent(
  projects: readonly { readonly key: string; readonly name: string }[],
  current: string,
): readonly { readonly value: string; readonly label: string }[] {
  const options = projects.map(({ key, name }) => ({ value: key, label: `${name} (${key})` }));
  const isListed = projects.some(({ key }) => key === current);
  return isListed ? options : [{ value: current, label: current }, ...options];
}
