import type { Result } from '../domain/app-error';
import type { EpochMs } from '../domain/time';
import type { ServiceNowSecret } from './service-now-secrets';

/** How to get into an instance, whether it is stored or was only typed in. */
export interface InstanceAccess {
  readonly origin: string;
  readonly secret: ServiceNowSecret;
}

/** The tables that the connector reads. */
export const PROBED_TABLES = [
  'incident',
  'sys_audit',
  'sys_audit_delete',
  'sys_journal_field',
  'task_sla',
  'sys_user',
  'sys_user_group',
  'sys_choice',
] as const;
export type ProbedTable = (typeof PROBED_TABLES)[number];

export interface TableLook {
  readonly table: ProbedTable;
  readonly seen: Result<{
    /** Of the fields asked for, those that the record shows; null: there was no record to look at. */
    readonly fields: readonly string[] | null;
    /** The instance counts records, and shows none of them. */
    readonly hasHiddenRows: boolean;
  }>;
}

export interface InstanceLook {
  /** `incident` first. Alone when the instance could not be reached or did not let the account in. */
  readonly tables: readonly TableLook[];
  /** The instance's own clock; null when it does not say. */
  readonly serverTime: EpochMs | null;
}

export interface InstanceChoice {
  readonly value: string;
  readonly label: string;
}

/** What an instance offers to choose from. A list that it does not show is empty, and named in `unread`. */
export interface InstanceChoices {
  readonly states: readonly InstanceChoice[];
  readonly holdReasons: readonly InstanceChoice[];
  /** Active ones, by name. */
  readonly groups: readonly { readonly sysId: string; readonly name: string }[];
  readonly hasMoreGroups: boolean;
  /** User names of accounts that sign in for machines. */
  readonly integrationUsers: readonly string[];
  /** Text fields of an incident that people have added. */
  readonly ownFields: readonly { readonly name: string; readonly label: string }[];
  readonly unread: readonly string[];
}

/** Looks at an instance before anything is read of it for figures. MUST NOT throw for remote failures. */
export interface InstanceProbe {
  /**
   * The instance that somebody means.
   *
   * @param hasOwnDomain - takes any public host; else only those of ServiceNow's own domain
   * @returns `invalid-input` when it is none; nothing was sent anywhere
   */
  readAddress(
    typed: string,
    options: { readonly hasOwnDomain: boolean },
  ): Result<{ readonly origin: string; readonly host: string }>;
  /** One record of each table, with its fields; ten requests at most, within the time of a resolver. */
  look(
    access: InstanceAccess,
    asked: {
      readonly fields: Readonly<Record<ProbedTable, readonly string[]>>;
      /** User to look for. */
      readonly userName: string;
    },
  ): Promise<InstanceLook>;
  /** Four requests. */
  readChoices(access: InstanceAccess): Promise<Result<InstanceChoices>>;
}
