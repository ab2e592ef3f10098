import type { SandboxClock } from '../clock';
import type { Product, ProductEvent, ProductRequest, ProductResponse } from '../forge/product';
import { SiteAccess } from './access';
import { SiteActing } from './acting';
import type { IssueRef } from './acts';
import { addProject } from './add-project';
import { SiteCommenting } from './commenting';
import { SiteEvents } from './events';
import { importIssue, type ImportedIssue } from './import-issue';
import { failWith, InjectedFailures, type InjectedFailure } from './injected-failures';
import { JqlSearch } from './jql/search';
import { JIRA_CLOUD_LIMITS, RateLimiter, type JiraLimits } from './limits';
import type { SiteGroup, SitePriority, SiteProject, SiteStatus, SiteUser } from './model';
import { SiteReading } from './reading';
import type { SiteContext } from './rest/endpoint';
import { respond, toResponse } from './rest/respond';
import type { AppModules, NewGroup, NewProject, NewStatus, NewUser } from './setup';
import { SiteStore } from './store';

export interface JiraSiteOptions {
  readonly clock: SandboxClock;
  readonly cloudId: string;
  /** e.g. `https://acme.atlassian.net`. */
  readonly baseUrl: string;
  /** The app's own account; it is a user of the site from the start. */
  readonly appAccountId: string;
  /** The server's; users may have their own. */
  readonly timeZone: string;
  /** Jira Cloud's without them. */
  readonly limits?: Partial<JiraLimits>;
}

/** A Jira Service Management Cloud site in memory. It has no time and no chance of its own. */
export class JiraSite implements Product {
  readonly cloudId: string;
  readonly baseUrl: string;
  readonly appAccountId: string;
  readonly acting: SiteActing;
  readonly commenting: SiteCommenting;
  readonly reading: SiteReading;
  readonly #context: SiteContext;
  readonly #failures = new InjectedFailures();

  constructor(options: JiraSiteOptions) {
    const { clock, cloudId, appAccountId, timeZone } = options;
    const baseUrl = options.baseUrl.replace(/\/$/, '');
    const store = new SiteStore(timeZone);
    const access = new SiteAccess(store);
    const events = new SiteEvents({ baseUrl, appAccountId });
    const parts = { store, access, events, clock, appAccountId };
    this.cloudId = cloudId;
    this.baseUrl = baseUrl;
    this.appAccountId = appAccountId;
    this.acting = new SiteActing(parts);
    this.commenting = new SiteCommenting(parts);
    this.#context = {
      ...parts,
      acting: this.acting,
      commenting: this.commenting,
      search: new JqlSearch(),
      limiter: new RateLimiter(clock, { ...JIRA_CLOUD_LIMITS, ...options.limits }),
      baseUrl,
      cloudId,
    };
    this.reading = new SiteReading(this.#context);
    store.addUser({ accountId: appAccountId, accountType: 'app', displayName: 'Firstline' });
  }

  handle(request: ProductRequest): ProductResponse {
    const { pathname } = new URL(request.path, this.baseUrl);
    const failure = this.#failures.take(`${request.method} ${pathname}`);
    const answer = () => respond(request, this.#context);
    if (failure === null) return answer();
    return failWith(failure, answer, (status, body, headers) =>
      toResponse(status, body, this.#context, headers),
    );
  }

  onEvent(listener: (event: ProductEvent) => void): () => void {
    return this.#context.events.onEvent(listener);
  }

  addUser(user: NewUser): SiteUser {
    return this.#context.store.addUser(user);
  }

  /** Deletes an account; issues go on naming its id. */
  removeUser(accountId: string): void {
    this.#context.store.users.delete(accountId);
    this.#context.store.touch();
  }

  addSiteAdmin(accountId: string): void {
    this.#context.store.siteAdmins.add(accountId);
  }

  addProject(project: NewProject): SiteProject {
    return addProject(this.#context.store, project);
  }

  addStatus(status: NewStatus): SiteStatus {
    return this.#context.store.addStatus(status);
  }

  addGroup(group: NewGroup): SiteGroup {
    return this.#context.store.addGroup(group);
  }

  ensurePriority(name: string): SitePriority {
    return this.#context.store.ensurePriority(name);
  }

  installAppModules(modules: AppModules): void {
    this.#context.store.installAppModules(modules);
  }

  importIssue(issue: ImportedIssue): IssueRef {
    return importIssue(this.#context.store, issue);
  }

  /** The next `count` requests fail; `matches` picks them by `METHOD /path`. */
  failNext(
    count: number,
    status: number,
    headers: Readonly<Record<string, string>> = {},
    matches = /./,
  ): void {
    this.failRequests({ times: count, when: 'before', answer: { status, headers }, matches });
  }

  /** Has requests fail before or after they take effect, or loses their answers. */
  failRequests(failure: InjectedFailure): void {
    this.#failures.add(failure);
  }

  /** Whatever it was told to fail at and has not is forgotten. */
  endFailures(): void {
    this.#failures.clear();
  }

  get issueCount(): number {
    return this.#context.store.issueCount;
  }

  /** Grows with every change that a search could see. */
  get revision(): number {
    return this.#context.store.version;
  }

  /** Points charged in the hour that runs. */
  get pointsThisHour(): number {
    return this.#context.limiter.pointsThisHour;
  }

  createIssue: SiteActing['createIssue'] = (issue) => this.acting.createIssue(issue);
  transition: SiteActing['transition'] = (move) => this.acting.transition(move);
  assign: SiteActing['assign'] = (change) => this.acting.assign(change);
  editFields: SiteActing['editFields'] = (edit) => this.acting.editFields(edit);
  giveFeedback: SiteActing['giveFeedback'] = (feedback) => this.acting.giveFeedback(feedback);
  deleteIssue: SiteActing['deleteIssue'] = (target) => this.acting.deleteIssue(target);
  addComment: SiteCommenting['addComment'] = (comment) => this.commenting.addComment(comment);
  editComment: SiteCommenting['editComment'] = (edit) => this.commenting.editComment(edit);
  deleteComment: SiteCommenting['deleteComment'] = (target) =>
    this.commenting.deleteComment(target);
}

export const createJiraSite = (options: JiraSiteOptions): JiraSite => new JiraSite(options);
