/**
 * What the shell's page asks of its server, all as JSON. Every request names the person at the screen
 * in the `x-account-id` header; what that person may not see is answered with 404. Failures are
 * `{error: string}`, a sentence that says what to do.
 */

/** GET /api/state */
export interface ShellState {
  /** The site's time, epoch milliseconds. */
  readonly nowMs: number;
  /** Simulated seconds a second; 0 stands still. */
  readonly speed: number;
  readonly siteName: string;
  /** IANA zone of the site. */
  readonly timeZone: string;
  readonly users: readonly ShellUser[];
  /** Projects that the person at the screen may browse. */
  readonly projects: readonly {
    readonly key: string;
    readonly name: string;
    /** May they change its settings? */
    readonly mayAdminister: boolean;
  }[];
  /** May the person at the screen administer Jira? */
  readonly isSiteAdmin: boolean;
  /** May they open pages of apps? Customers know the portal alone. */
  readonly mayOpenApps: boolean;
  /** Origin of the panels' frames, e.g. `http://127.0.0.1:8081`. */
  readonly panelOrigin: string;
  /** Panels of the app, from its manifest. */
  readonly modules: readonly ShellModule[];
  /** Hosts of the ServiceNow instances beside the site, e.g. `acme.service-now.com`. */
  readonly instances: readonly string[];
  /** Moves on whenever anything on the site, or on an instance beside it, changed. */
  readonly revision: number;
  /** Statuses that an issue can be moved to. */
  readonly statuses: readonly { readonly name: string; readonly category: StatusCategory }[];
}

export type StatusCategory = 'new' | 'indeterminate' | 'done';

export interface ShellUser {
  readonly accountId: string;
  readonly displayName: string;
  /** e.g. `Agent of IT`, `Customer`, `Project administrator`, `Site administrator`. */
  readonly role: string;
}

/** Kinds of panels that fill a page of their own. */
export type PageModuleType =
  | 'jiraServiceManagement:queuePage'
  | 'jira:projectPage'
  | 'jira:globalPage'
  | 'jira:projectSettingsPage'
  | 'jira:adminPage';

export interface ShellModule {
  readonly key: string;
  readonly type: PageModuleType | 'jira:issueContext' | 'jira:dashboardGadget';
  readonly title: string;
  /** What a collapsed panel is called; the title for those that never are. */
  readonly label: string;
  /** `layout: blank`: Jira adds no title and no margin. */
  readonly isBlank: boolean;
  /** Does the app say a status for it (`dynamicProperties`)? */
  readonly hasStatus: boolean;
  /** File of the panel under `panelOrigin`, e.g. `queue-page.html`. */
  readonly file: string;
  /** File of its edit view; null without one. */
  readonly editFile: string | null;
}

/** GET /api/modules/{key}/place?project=IT: 404 for those to whom Jira does not offer the page. */
export interface ModulePlace {
  /** Null for pages of the whole site. */
  readonly project: {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly type: string;
  } | null;
}

/** GET /api/projects/{key}/queues */
export interface QueueList {
  readonly queues: readonly {
    readonly id: string;
    readonly name: string;
    readonly issueCount: number;
  }[];
}

/** GET /api/projects/{key}/queues/{id}?startAt=0&limit=50 */
export interface QueueView {
  readonly name: string;
  readonly jql: string;
  readonly total: number;
  readonly issues: readonly QueueIssue[];
}

/** GET /api/search?jql=&startAt=0&limit=50; a JQL that Jira refuses is a 400 in its words. */
export interface IssueSearch {
  readonly total: number;
  readonly issues: readonly QueueIssue[];
}

export interface QueueIssue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly requestType: string | null;
  readonly priority: string | null;
  readonly reporter: string | null;
  readonly assignee: string | null;
  readonly status: { readonly name: string; readonly category: StatusCategory };
  readonly createdMs: number;
  readonly updatedMs: number;
  /** The app's read-only field, e.g. `AI-resolved (pending)`; null until it is written. */
  readonly aiOutcome: string | null;
}

/** A part of a document in Atlassian's format. */
export interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly AdfMark[];
  readonly content?: readonly AdfNode[];
}

export interface AdfMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** GET /api/issues/{key} */
export interface IssueDetail extends QueueIssue {
  readonly project: { readonly id: string; readonly key: string; readonly name: string };
  readonly issueTypeId: string;
  readonly description: string | null;
  readonly resolution: string | null;
  readonly labels: readonly string[];
  /** Name of the group that it is routed to. */
  readonly supportGroup: string | null;
  readonly resolvedMs: number | null;
  /** Oldest first. */
  readonly comments: readonly {
    readonly id: string;
    readonly author: string;
    readonly atMs: number;
    readonly isPublic: boolean;
    readonly body: string;
    /** In Atlassian's document format; null for a comment of plain text. */
    readonly document: AdfNode | null;
  }[];
  /** Oldest first. */
  readonly history: readonly {
    readonly id: string;
    readonly author: string;
    readonly atMs: number;
    readonly changes: readonly {
      readonly field: string;
      readonly from: string | null;
      readonly to: string | null;
    }[];
  }[];
  readonly sla: readonly {
    readonly name: string;
    readonly isRunning: boolean;
    readonly isPaused: boolean;
    readonly isBreached: boolean;
    readonly goalMs: number;
    readonly remainingMs: number;
  }[];
  /** Value of the app's entity property; null until it is written. */
  readonly tag: Readonly<Record<string, unknown>> | null;
  /** Whom it can be assigned to. */
  readonly assignable: readonly { readonly accountId: string; readonly displayName: string }[];
  /** What the person may do here. */
  readonly may: { readonly comment: boolean; readonly move: boolean; readonly assign: boolean };
}

/** GET /api/instances/{host}/incidents?startAt=0&limit=50: latest first. */
export interface IncidentList {
  readonly total: number;
  readonly incidents: readonly IncidentRow[];
}

export interface IncidentRow {
  readonly sysId: string;
  readonly number: string;
  readonly shortDescription: string;
  readonly category: string;
  readonly caller: string | null;
  readonly state: { readonly name: string; readonly category: StatusCategory };
  readonly assignmentGroup: string | null;
  readonly assignedTo: string | null;
  readonly priority: string;
  readonly openedMs: number;
  readonly updatedMs: number;
  /** What the field says that verdicts are written to; null: nothing, or there is no such field. */
  readonly aiOutcome: string | null;
}

/** GET /api/instances/{host}/incidents/{number or sys_id} */
export interface IncidentDetail extends IncidentRow {
  readonly resolvedMs: number | null;
  readonly closeCode: string | null;
  readonly reopenCount: number;
  readonly reassignmentCount: number;
  readonly isSlaMade: boolean;
  /** Comments and work notes, oldest first. */
  readonly journal: IssueDetail['comments'];
  /** By save of the form, oldest first. */
  readonly history: IssueDetail['history'];
}

/** POST /api/issues/{key}/act: an act of the person at the screen, now. Answers the IssueDetail. */
export type IssueAct =
  | { readonly kind: 'comment'; readonly body: string; readonly isPublic: boolean }
  | { readonly kind: 'move'; readonly to: string }
  | { readonly kind: 'assign'; readonly accountId: string | null };

/** GET /api/dashboard; PUT /api/dashboard saves it whole. One per person, in memory. */
export interface Dashboard {
  readonly gadgets: readonly Gadget[];
}

export interface Gadget {
  readonly id: string;
  /** Key of the gadget module. */
  readonly moduleKey: string;
  /** What its edit view submitted; null before. */
  readonly configuration: Readonly<Record<string, unknown>> | null;
}

/** POST /api/clock. Answers the ShellState. `jumpMs` plays everything up to then first. */
export type ClockCommand =
  | { readonly kind: 'speed'; readonly perSecond: number }
  | { readonly kind: 'jump'; readonly ms: number };

/** GET /api/meter: what running the app has cost since the start. */
export interface MeterView {
  /** Simulated time that the figures cover. */
  readonly periodMs: number;
  readonly functions: readonly MeterRow[];
  /** By what calls the functions, e.g. `Web triggers`. */
  readonly callers: readonly MeterRow[];
  readonly total: MeterRow;
  readonly endpoints: readonly {
    readonly endpoint: string;
    readonly requests: number;
    readonly points: number;
  }[];
  /** Web triggers of the app, and where they are called. */
  readonly webTriggers: readonly { readonly key: string; readonly url: string }[];
  /** Actions of the app, by the names that people see. */
  readonly actions: readonly { readonly key: string; readonly name: string }[];
  /** The plain-text report that `npm start -- --report` prints. */
  readonly report: string;
  /** What the platform said of failures, latest first. */
  readonly failures: readonly { readonly atMs: number; readonly text: string }[];
}

export interface MeterRow {
  readonly name: string;
  readonly invocations: number;
  readonly failures: number;
  readonly gbSeconds: number;
  readonly restRequests: number;
  readonly points: number;
  readonly sqlStatements: number;
  readonly kvsBytes: number;
}

/** POST /api/bridge/invoke: a panel's `invoke`. Answers `{value}`, or `{error}` with status 500. */
export interface InvokeRequest {
  readonly key: string;
  readonly payload: unknown;
  readonly moduleKey: string;
  readonly extension: Readonly<Record<string, unknown>>;
}

/** POST /api/bridge/status: what the app says of a collapsed panel, as the person at the screen. */
export interface StatusRequest {
  readonly moduleKey: string;
  readonly extension: Readonly<Record<string, unknown>>;
}
export interface StatusAnswer {
  /** Null when the app says nothing, or nothing that Jira can show. */
  readonly status: ModuleStatus | null;
}
export interface ModuleStatus {
  readonly label: string;
  readonly appearance: 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';
}

/** POST /api/bridge/egress: the person at the screen lets the app's functions reach these. */
export interface EgressRequest {
  /** `https://support.acme.com` */
  readonly domains: readonly string[];
}

/** POST /api/bridge/fetch: a panel's `requestJira`, as the person at the screen. */
export interface FetchRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}
export interface FetchAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
