import type { QueueList } from '../../shell-api';
import { hrefOf, type Route } from './session/route';
import { useSession } from './session/session';
import { useLive } from './session/use-live';
import { useProject } from './session/use-project';
import { useRoute } from './session/use-route';

export function SideNav() {
  const { state } = useSession();
  const project = useProject();
  const queuePage = state.modules.find(({ type }) => type === 'jiraServiceManagement:queuePage');

  return (
    <nav className="side-nav" aria-label="Project">
      {project !== null && (
        <>
          <h2 className="nav-title">Queues</h2>
          <QueueLinks project={project} />
          {queuePage !== undefined && (
            <ul className="nav-list">
              <NavLink to={{ page: 'ai-outcomes', project }} label={queuePage.title} />
            </ul>
          )}
        </>
      )}
      <h2 className="nav-title">Site</h2>
      <ul className="nav-list">
        <NavLink to={{ page: 'dashboard' }} label="Dashboard" />
        <NavLink to={{ page: 'meter' }} label="Meter" />
      </ul>
    </nav>
  );
}

function QueueLinks({ project }: { readonly project: string }) {
  const { formats } = useSession();
  const { data, isError } = useLive<QueueList>(
    `/api/projects/${encodeURIComponent(project)}/queues`,
  );
  // Why there are none, the main part says.
  if (isError && data === undefined) return null;
  if (data?.queues.length === 0) return <p className="nav-note">No queues</p>;
  return (
    <ul className="nav-list">
      {data?.queues.map(({ id, name, issueCount }) => (
        <NavLink
          key={id}
          to={{ page: 'queue', project, queueId: id, pageNumber: 1 }}
          label={name}
          count={formats.count(issueCount)}
        />
      ))}
    </ul>
  );
}

interface NavLinkProps {
  readonly to: Route;
  readonly label: string;
  readonly count?: string;
}

function NavLink({ to, label, count }: NavLinkProps) {
  const route = useRoute();
  const here = route.page === 'queue' ? { ...route, pageNumber: 1 } : route;
  const isHere = hrefOf(here) === hrefOf(to);
  return (
    <li>
      <a className="nav-link" href={hrefOf(to)} aria-current={isHere ? 'page' : undefined}>
        <span>{label}</span>
        {count !== undefined && <span className="nav-count">{count}</span>}
      </a>
    </li>
  );
}
