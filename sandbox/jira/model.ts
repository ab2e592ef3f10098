/** Whose account it is; a deleted account has none, it is merely referred to. */
export type AccountType = 'atlassian' | 'app' | 'customer';
export type StatusCategoryKey = 'new' | 'indeterminate' | 'done';

export interface SiteUser {
  readonly accountId: string;
  readonly accountType: AccountType;
  readonly displayName: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly active: boolean;
}

export interface SiteStatus {
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategoryKey;
}

/** A resolution, a priority or an issue type. */
export interface NamedEntity {
  readonly id: string;
  readonly name: string;
}

export interface SitePriority extends NamedEntity {
  /** 1 is the most urgent. */
  readonly rank: number;
}

export interface RequestType extends NamedEntity {
  readonly issueType: NamedEntity;
}

export interface SiteQueue extends NamedEntity {
  readonly jql: string;
  /** Field ids, `issuekey` included. */
  readonly columns: readonly string[];
}

/** A group of people, as issues are routed to. */
export interface SiteGroup extends NamedEntity {
  /** Account ids. */
  readonly members: ReadonlySet<string>;
}

/** Working hours of a desk; without one, clocks run around the clock. */
export interface WorkingCalendar {
  readonly timeZone: string;
  /** ISO days, 1 is Monday. */
  readonly days: readonly number[];
  /** Minutes after midnight; `toMinute` is outside. */
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Goals by priority name, in milliseconds; `default` where the priority is not named. */
export type SlaGoals = Readonly<Record<string, number>> & { readonly default: number };

export interface SiteProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly projectTypeKey: 'service_desk' | 'software';
  /** Not the project's id; null for a project that is no service desk. */
  readonly serviceDeskId: string | null;
  readonly requestTypes: readonly RequestType[];
  readonly queues: readonly SiteQueue[];
  readonly agents: ReadonlySet<string>;
  readonly admins: ReadonlySet<string>;
  readonly customers: ReadonlySet<string>;
  readonly calendar: WorkingCalendar | null;
  readonly goals: { readonly firstResponse: SlaGoals; readonly resolution: SlaGoals };
}

export interface HistoryItem {
  readonly field: string;
  readonly fieldtype: 'jira' | 'custom';
  readonly fieldId: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

export interface SiteHistory {
  readonly id: string;
  readonly atMs: number;
  /** Null when Jira names nobody. */
  readonly authorAccountId: string | null;
  readonly items: readonly HistoryItem[];
}

export interface SiteComment {
  readonly id: string;
  readonly atMs: number;
  readonly updatedMs: number;
  readonly authorAccountId: string | null;
  readonly isPublic: boolean;
  /** Plain text; of a document, its text. */
  readonly body: string;
  /** In Atlassian's document format, where it was written so; null for plain text. */
  readonly document: AdfDocument | null;
  /** By key; `sd.public.comment` is told by `isPublic`. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** Whom it is kept to, besides `isPublic`; null for everybody. */
  readonly visibility: CommentVisibility | null;
}

export interface AdfDocument {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly unknown[];
}

export interface CommentVisibility {
  readonly type: 'role' | 'group';
  /** Name of the role or of the group. */
  readonly value: string;
}

export interface Satisfaction {
  /** 1 to 5. */
  readonly rating: number;
  readonly comment: string | null;
  readonly atMs: number;
}

/** An issue as the site keeps it. Only the modules that act on issues write its mutable fields. */
export interface SiteIssue {
  readonly id: string;
  readonly numericId: number;
  readonly key: string;
  /** The number in the key. */
  readonly sequence: number;
  readonly project: SiteProject;
  readonly createdMs: number;
  readonly creator: string | null;
  readonly issueType: NamedEntity;
  requestType: RequestType | null;
  reporter: string | null;
  assignee: string | null;
  summary: string;
  description: string | null;
  priority: SitePriority | null;
  status: SiteStatus;
  statusSinceMs: number;
  resolution: NamedEntity | null;
  resolutionDateMs: number | null;
  labels: readonly string[];
  supportGroup: SiteGroup | null;
  updatedMs: number;
  satisfaction: Satisfaction | null;
  /** Oldest first; equal times in the order they were told. */
  histories: readonly SiteHistory[];
  comments: readonly SiteComment[];
  readonly properties: Map<string, unknown>;
  readonly appFields: Map<string, unknown>;
}

export type AppValueType = 'string' | 'number' | 'date' | 'user' | 'text' | 'object' | 'datetime';

/** A custom field that the installed app declares. */
export interface AppField {
  /** `customfield_<number>`. */
  readonly id: string;
  readonly key: string;
  readonly moduleKey: string;
  readonly name: string;
  readonly type: AppValueType;
}

/** One searchable path of an issue entity property. */
export interface PropertyIndex {
  readonly propertyKey: string;
  readonly path: string;
  readonly type: AppValueType;
  readonly searchAlias: string | null;
}

/** Who asks: the app itself sees every project, a person sees what the project allows. */
export type Asker =
  { readonly kind: 'app' } | { readonly kind: 'user'; readonly accountId: string };
