import type {
  AccountType,
  AppValueType,
  SiteQueue,
  SlaGoals,
  StatusCategoryKey,
  WorkingCalendar,
} from './model';

export interface NewUser {
  readonly accountId: string;
  readonly accountType: AccountType;
  readonly displayName: string;
  /** IANA name; the site's without one. */
  readonly timeZone?: string;
  readonly active?: boolean;
}

export interface NewGroup {
  readonly name: string;
  /** Account ids. */
  readonly members: readonly string[];
}

export interface NewProject {
  readonly key: string;
  readonly name: string;
  readonly id?: string;
  /** Without it, a service desk. */
  readonly projectTypeKey?: 'service_desk' | 'software';
  readonly requestTypes: readonly { readonly name: string; readonly issueType: string }[];
  /** Account ids. */
  readonly agents: readonly string[];
  readonly admins: readonly string[];
  readonly customers: readonly string[];
  readonly calendar?: WorkingCalendar | null;
  readonly goals?: { readonly firstResponse: SlaGoals; readonly resolution: SlaGoals };
  /** Without it, the five queues of JSM's template. */
  readonly queues?: readonly Omit<SiteQueue, 'id'>[];
}

export interface NewStatus {
  readonly name: string;
  readonly category: StatusCategoryKey;
  readonly id?: string;
}

/** What the app's manifest declares and the site must know of. */
export interface AppModules {
  readonly fields: readonly {
    readonly moduleKey: string;
    /** The full key of the field, as `GET field` tells it. */
    readonly key: string;
    readonly name: string;
    readonly type: AppValueType;
  }[];
  readonly properties: readonly {
    readonly propertyKey: string;
    readonly values: readonly {
      readonly path: string;
      readonly type: AppValueType;
      readonly searchAlias?: string;
    }[];
  }[];
}
