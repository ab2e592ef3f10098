import { JiraFault, noSuchIssue } from './fault';
import type { Asker, SiteComment, SiteIssue, SiteProject } from './model';
import type { SiteStore } from './store';

export const GLOBAL_PERMISSIONS = ['ADMINISTER', 'SYSTEM_ADMIN', 'USER_PICKER'] as const;
const AGENT_PERMISSIONS = [
  'BROWSE_PROJECTS',
  'SERVICEDESK_AGENT',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
  'ASSIGN_ISSUES',
  'ASSIGNABLE_USER',
  'RESOLVE_ISSUES',
  'ADD_COMMENTS',
  'EDIT_OWN_COMMENTS',
  'DELETE_OWN_COMMENTS',
  'MODIFY_REPORTER',
] as const;
const ADMIN_PERMISSIONS = [
  ...AGENT_PERMISSIONS,
  'ADMINISTER_PROJECTS',
  'DELETE_ISSUES',
  'EDIT_ALL_COMMENTS',
  'DELETE_ALL_COMMENTS',
] as const;
export const PROJECT_PERMISSIONS: readonly string[] = ADMIN_PERMISSIONS;

const AGENT_ROLE = 'Service Desk Team';
/** Project roles that comments can be kept to. */
export const PROJECT_ROLES: readonly string[] = ['Administrators', AGENT_ROLE];

const AGENTS = new Set<string>(AGENT_PERMISSIONS);
const ADMINS = new Set<string>(ADMIN_PERMISSIONS);
const NOBODY: ReadonlySet<string> = new Set();

/** Who may see and do what. Customers have no platform permission: the portal is theirs alone. */
export class SiteAccess {
  constructor(private readonly store: SiteStore) {}

  projectPermissions(asker: Asker, project: SiteProject): ReadonlySet<string> {
    if (asker.kind === 'app') return ADMINS;
    const { accountId } = asker;
    if (this.store.users.get(accountId)?.active !== true) return NOBODY;
    if (this.store.siteAdmins.has(accountId) || project.admins.has(accountId)) return ADMINS;
    return project.agents.has(accountId) ? AGENTS : NOBODY;
  }

  globalPermissions(asker: Asker): ReadonlySet<string> {
    // The app's own user belongs to no administrators' group.
    if (asker.kind === 'app') return new Set(['USER_PICKER']);
    if (this.store.siteAdmins.has(asker.accountId)) return new Set(GLOBAL_PERMISSIONS);
    const accountType = this.store.users.get(asker.accountId)?.accountType;
    return accountType === 'atlassian' ? new Set(['USER_PICKER']) : NOBODY;
  }

  canBrowse(asker: Asker, project: SiteProject): boolean {
    return this.projectPermissions(asker, project).has('BROWSE_PROJECTS');
  }

  browsable(asker: Asker): readonly SiteProject[] {
    return [...this.store.projects.values()].filter((project) => this.canBrowse(asker, project));
  }

  project(asker: Asker, idOrKey: string): SiteProject {
    const project = this.store.findProject(idOrKey);
    if (project !== null && this.canBrowse(asker, project)) return project;
    throw new JiraFault(404, `No project could be found with key '${idOrKey}'.`);
  }

  issue(asker: Asker, idOrKey: string): SiteIssue {
    const issue = this.store.findIssue(idOrKey);
    if (issue !== null && this.canBrowse(asker, issue.project)) return issue;
    throw noSuchIssue();
  }

  /** A request as the portal shows it: to agents, and to its reporter. */
  request(asker: Asker, idOrKey: string): SiteIssue {
    const issue = this.store.findIssue(idOrKey);
    if (issue?.project.projectTypeKey !== 'service_desk') throw noSuchIssue();
    if (this.canBrowse(asker, issue.project) || isReporter(asker, issue)) return issue;
    throw noSuchIssue();
  }

  /** Whether a comment that is kept to a role or a group is for this asker, too. */
  canReadComment(asker: Asker, { project }: SiteIssue, { visibility }: SiteComment): boolean {
    if (visibility === null || asker.kind === 'app') return true;
    const { accountId } = asker;
    if (visibility.type === 'group') {
      const group = this.store.groups.find(({ name }) => name === visibility.value);
      return group?.members.has(accountId) === true;
    }
    const isAdmin = project.admins.has(accountId);
    return isAdmin || (visibility.value === AGENT_ROLE && project.agents.has(accountId));
  }

  timeZoneOf(asker: Asker): string {
    if (asker.kind === 'app') return this.store.timeZone;
    return this.store.users.get(asker.accountId)?.timeZone ?? this.store.timeZone;
  }
}

export const isReporter = (asker: Asker, issue: SiteIssue): boolean =>
  asker.kind === 'user' && issue.reporter === asker.accountId;
