import {
  DEFAULT_PRIORITIES,
  DEFAULT_RESOLUTIONS,
  DEFAULT_STATUSES,
  FIRST_APP_FIELD,
} from './catalogue';
import type {
  AppField,
  NamedEntity,
  PropertyIndex,
  SiteGroup,
  SiteIssue,
  SitePriority,
  SiteProject,
  SiteStatus,
  SiteUser,
} from './model';
import { namedOrId, NumberedIds } from './numbered-ids';
import type { AppModules, NewGroup, NewStatus, NewUser } from './setup';

/** Everything the site knows. Whoever changes an issue calls `touch`, so that searches see it. */
export class SiteStore {
  readonly users = new Map<string, SiteUser>();
  readonly siteAdmins = new Set<string>();
  readonly projects = new Map<string, SiteProject>();
  readonly statuses: SiteStatus[] = [...DEFAULT_STATUSES];
  readonly resolutions: NamedEntity[] = [...DEFAULT_RESOLUTIONS];
  readonly priorities: SitePriority[] = [...DEFAULT_PRIORITIES];
  readonly issueTypes: NamedEntity[] = [];
  readonly groups: SiteGroup[] = [];
  readonly appFields: AppField[] = [];
  readonly propertyIndexes: PropertyIndex[] = [];
  /** Finished bulk operations, by task id. */
  readonly tasks = new Map<
    string,
    { readonly id: string; readonly by: string; readonly atMs: number }
  >();
  readonly ids = new NumberedIds();

  readonly #issues = new Map<string, SiteIssue>();
  readonly #issuesByKey = new Map<string, SiteIssue>();
  readonly #issuesByProject = new Map<string, SiteIssue[]>();
  #version = 0;

  constructor(readonly timeZone: string) {}

  /** Grows with every change that a search could see. */
  get version(): number {
    return this.#version;
  }

  touch(): void {
    this.#version += 1;
  }

  addUser(user: NewUser): SiteUser {
    const added = { timeZone: this.timeZone, active: true, ...user };
    this.users.set(user.accountId, added);
    this.touch();
    return added;
  }

  addStatus({ name, category, id }: NewStatus): SiteStatus {
    const known = this.statuses.find((status) => status.name === name || status.id === id);
    if (known !== undefined) return known;
    const status = { id: id ?? this.ids.next('status'), name, category };
    this.statuses.push(status);
    return status;
  }

  addGroup({ name, members }: NewGroup): SiteGroup {
    const known = this.groups.find((group) => group.name === name);
    if (known !== undefined) throw new Error(`name: the group "${name}" exists already`);
    const number = String(this.ids.nextNumber('group')).padStart(12, '0');
    const group = { id: `00000000-0000-4000-8000-${number}`, name, members: new Set(members) };
    this.groups.push(group);
    return group;
  }

  /** The priority of that name; a new one is the least urgent. */
  ensurePriority(name: string): SitePriority {
    const known = namedOrId(this.priorities, name);
    if (known !== null) return known;
    const rank = this.priorities.length + 1;
    const priority = { id: String(rank), name, rank };
    this.priorities.push(priority);
    return priority;
  }

  issueTypeNamed(name: string): NamedEntity {
    const known = namedOrId(this.issueTypes, name);
    if (known !== null) return known;
    const issueType = { id: this.ids.next('issueType'), name };
    this.issueTypes.push(issueType);
    return issueType;
  }

  installAppModules({ fields, properties }: AppModules): void {
    for (const field of fields) {
      if (this.appFields.some(({ key }) => key === field.key)) continue;
      const id = `customfield_${FIRST_APP_FIELD + this.appFields.length}`;
      this.appFields.push({ id, ...field });
    }
    for (const { propertyKey, values } of properties) {
      for (const { path, type, searchAlias } of values) {
        const index = { propertyKey, path, type, searchAlias: searchAlias ?? null };
        this.propertyIndexes.push(index);
      }
    }
    this.touch();
  }

  addProject(project: SiteProject): void {
    this.projects.set(project.id, project);
    this.#issuesByProject.set(project.id, []);
    this.touch();
  }

  findProject(idOrKey: string): SiteProject | null {
    const byId = this.projects.get(idOrKey);
    if (byId !== undefined) return byId;
    const key = idOrKey.toUpperCase();
    return [...this.projects.values()].find((project) => project.key === key) ?? null;
  }

  findIssue(idOrKey: string): SiteIssue | null {
    return (
      this.#issues.get(idOrKey) ??
      this.#issuesByKey.get(idOrKey) ??
      this.#issuesByKey.get(idOrKey.toUpperCase()) ??
      null
    );
  }

  issuesOf(project: SiteProject): readonly SiteIssue[] {
    return this.#issuesByProject.get(project.id) ?? [];
  }

  get issueCount(): number {
    return this.#issues.size;
  }

  addIssue(issue: SiteIssue): void {
    if (this.#issues.has(issue.id)) throw new Error(`id: ${issue.id} is taken; choose another`);
    if (this.#issuesByKey.has(issue.key)) {
      throw new Error(`key: ${issue.key} is taken; choose another`);
    }
    this.#issues.set(issue.id, issue);
    this.#issuesByKey.set(issue.key, issue);
    this.#issuesByProject.get(issue.project.id)?.push(issue);
    this.touch();
  }

  removeIssue(issue: SiteIssue): void {
    this.#issues.delete(issue.id);
    this.#issuesByKey.delete(issue.key);
    const siblings = this.#issuesByProject.get(issue.project.id) ?? [];
    siblings.splice(siblings.indexOf(issue), 1);
    this.touch();
  }
}
