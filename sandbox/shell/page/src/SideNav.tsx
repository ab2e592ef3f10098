import type { QueueList, ShellModule } from '../../shell-api';
import { moduleRoute } from './session/module-route';
import { hrefOf, sectionOf, type Route } from './session/route';
import { useSession } from './session/session';
import { useLive } from './session/use-live';
import { useProject } from './session/use-project';
import { useRoute } from './session/use-route';

export function SideNav() {
  const { state } = useSession();
  const project = useProject();
  const browsed = state.projects.find(({ key }) => key === project);
  const linksOf = (type: ShellModule['type']) => (
    <ModuleLinks
      modules={state.modules.filter((module) => module.type === type)}
      project={project}
    />
  );

  return (
    <nav className="side-nav" aria-label="Project">
      {project !== null && (
        <>
          <h2 className="nav-title">Queues</h2>
          <QueueLinks project={project} />
          {linksOf('jiraServiceManagement:queuePage')}
          {browsed !== undefined && (
            <>
              <h2 className="nav-title">Project pages</h2>
              {linksOf('jira:projectPage')}
            </>
          )}
          {browsed?.mayAdminister === true && (
            <>
              <h2 className="nav-title">Project settings</h2>
              {linksOf('jira:projectSettingsPage')}
            </>
          )}
        </>
      )}
      <h2 className="nav-title">Site</h2>
      <ul className="nav-list">
        <NavLink to={{ page: 'issues', jql: '', pageNumber: 1 }} label="Issues" />
        <NavLink to={{ page: 'dashboard' }} label="Dashboard" />
        <NavLink to={{ page: 'meter' }} label="Meter" />
      </ul>
      {state.instances.length > 0 && (
        <>
          <h2 className="nav-title">ServiceNow</h2>
          <ul className="nav-list">
            {state.instances.map((host) => (
              <NavLink key={host} to={{ page: 'incidents', host, pageNumber: 1 }} label={host} />
            ))}
          </ul>
        </>
      )}
      {state.isSiteAdmin && (
        <>
          <h2 className="nav-title">Administration</h2>
          {linksOf('jira:adminPage')}
        </>
      )}
    </nav>
  );
}

interface ModuleLinksProps {
  readonly modules: readonly ShellModule[];
  readonly project: string | null;
}

/** Pages of the app, by the titles that the manifest gives them. */
function ModuleLinks({ modules, project }: ModuleLinksProps) {
  return (
    <ul className="nav-list">
      {modules.map((module) => {
        const to = moduleRoute(module, project);
        return to === null ? null : <NavLink key={module.key} to={to} label={module.title} />;
      })}
    </ul>
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
  const isHere = hrefOf(sectionOf(route)) === hrefOf(to);
  return (
    <li>
      <a className="nav-link" href={hrefOf(to)} aria-current={isHere ? 'page' : undefined}>
        <span>{label}</span>
        {count !== undefined && <span className="nav-count">{count}</span>}
      </a>
    </li>
  );
}
