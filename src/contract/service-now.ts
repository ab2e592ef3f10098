import { z } from 'zod';

import { LARGEST_GROUP_COUNT, type IncidentMapping } from '../domain/timeline/incident-mapping';

export type {
  IncidentGroup,
  IncidentMapping,
  StateMeaning,
} from '../domain/timeline/incident-mapping';

const textSchema = (what: string, max: number) => z.string().trim().min(1, what).max(max);
const sysIdSchema = z.string().regex(/^[0-9a-f]{32}$/, 'a sys_id');
const valueSchema = z.string().regex(/^[\w-]{1,40}$/, 'a value of a choice');

const credentialsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('oauth'),
    clientId: textSchema('the client id', 128),
    clientSecret: textSchema('the client secret', 512),
  }),
  z.strictObject({ kind: z.literal('basic'), password: textSchema('the password', 512) }),
]);

const connectionFields = {
  /** As a person types it. */
  address: textSchema('the address of the instance', 255),
  /** It is not under `service-now.com`: an administrator approves its host, and the platform asks for that. */
  hasOwnDomain: z.boolean(),
  /** The instance's user that Firstline signs in as. */
  userName: textSchema('the user name', 100),
  credentials: credentialsSchema,
};

/** Signs in and looks at what it may read and write; nothing is stored. */
export const testServiceNowInputSchema = z.strictObject(connectionFields);
export type TestServiceNowInput = z.infer<typeof testServiceNowInputSchema>;

/** Tests, and connects when all that is needed is there. Reconnecting keeps mapping and data. */
export const connectServiceNowInputSchema = z.strictObject(connectionFields);
export type ConnectServiceNowInput = z.infer<typeof connectServiceNowInputSchema>;

const mappingSchema: z.ZodType<IncidentMapping> = z.strictObject({
  states: z
    .array(
      z.strictObject({
        value: valueSchema,
        label: textSchema('a label', 100),
        category: z.enum(['new', 'indeterminate', 'done']),
        paused: z.boolean(),
      }),
    )
    .max(100)
    .refine(
      (all) => new Set(all.map(({ value }) => value)).size === all.length,
      'a state is there twice',
    ),
  pausingHoldReasons: z.array(valueSchema).max(50),
  groups: z
    .array(z.strictObject({ sysId: sysIdSchema, name: textSchema('a group', 100) }))
    .max(LARGEST_GROUP_COUNT, `at most ${String(LARGEST_GROUP_COUNT)} groups`),
  verdictField: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,79}$/, 'the name of a field, such as u_ai_outcome')
    .nullable(),
  writesWorkNotes: z.boolean(),
});

export const saveServiceNowMappingInputSchema = z.strictObject({
  mapping: mappingSchema,
  viewerGroups: z
    .array(
      z.strictObject({ groupId: textSchema('a group', 128), name: textSchema('a group', 255) }),
    )
    .max(20)
    .readonly(),
  /** The version that the person saw; `conflict` when another one holds. */
  basedOnVersion: z.int().positive(),
});
export type SaveServiceNowMappingInput = z.infer<typeof saveServiceNowMappingInputSchema>;

export const disconnectServiceNowInputSchema = z.strictObject({
  /**
   * Desks, tickets, figures and runs' places are dropped; else they stay as they were last read. Without
   * a connection: those that an earlier one left.
   */
  deletesData: z.boolean(),
});
export type DisconnectServiceNowInput = z.infer<typeof disconnectServiceNowInputSchema>;

/** What a connection needs of an instance, one by one. */
export type ServiceNowCheckName =
  | 'address'
  | 'reach'
  | 'sign-in'
  | 'incident'
  | 'sys_audit'
  | 'sys_audit_delete'
  | 'sys_journal_field'
  | 'task_sla'
  | 'sys_user'
  | 'sys_user_group'
  | 'sys_choice'
  | 'clock'
  | 'verdict-field';

export interface ServiceNowCheck {
  readonly check: ServiceNowCheckName;
  /** `limited`: it works, and what is missing costs accuracy. `skipped`: an earlier one failed. */
  readonly status: 'passed' | 'limited' | 'failed' | 'skipped';
  /** What is missing, for the text of the remedy; null when it passed. */
  readonly missing:
    | 'not-https'
    | 'not-an-instance'
    | 'egress'
    | 'unreachable'
    | 'redirect'
    | 'credentials'
    | 'role'
    | 'table'
    | 'field'
    | 'rows'
    | 'user'
    | 'skew'
    | null;
  /** Fields, table or host that it is about; empty when there is nothing to name. */
  readonly subjects: readonly string[];
}

export interface ServiceNowTest {
  /** Nothing failed. */
  readonly isUsable: boolean;
  readonly checks: readonly ServiceNowCheck[];
}

export interface ServiceNowConnecting extends ServiceNowTest {
  /** It was stored, and reading has begun. */
  readonly isConnected: boolean;
}

/** How far it is read stands among the desks of `readAdministration`. */
export interface ServiceNowDeskView {
  /** As other calls name the desk: `sn-acme`. */
  readonly deskKey: string;
  /** Group's name; null: the whole instance. */
  readonly groupName: string | null;
}

export interface ServiceNowSyncHealth {
  readonly polledAt: string | null;
  readonly changedAt: string | null;
  /** `reason` is the kind of an AppError, with what was refused: `source-refused:role`. */
  readonly problem: {
    readonly at: string;
    readonly reason: string;
    readonly subject: string | null;
  } | null;
  readonly clockAheadMs: number | null;
  readonly comparison: {
    readonly startedAt: string;
    readonly finishedAt: string | null;
    readonly compared: number;
    readonly repaired: number;
    readonly deleted: number;
  } | null;
}

export interface ServiceNowStatus {
  readonly asOf: string;
  /** null: not connected. */
  readonly connection: {
    readonly address: string;
    readonly auth: 'oauth' | 'basic';
    readonly userName: string;
    readonly connectedAt: string;
    readonly mapping: IncidentMapping;
    readonly viewerGroups: readonly { readonly groupId: string; readonly name: string }[];
    readonly version: number;
    readonly desks: readonly ServiceNowDeskView[];
    readonly sync: ServiceNowSyncHealth;
    readonly push: {
      /** null: no secret was issued, and pushes are refused. */
      readonly issuedAt: string | null;
      readonly receivedAt: string | null;
    };
  } | null;
  /** Names of desks that nothing is read for any more, but that were kept. */
  readonly keptDesks: readonly string[];
  /** Names of desks whose data is being deleted. */
  readonly leavingDesks: readonly string[];
}

/** What the instance offers for the mapping, asked when the form opens. */
export interface ServiceNowChoices {
  readonly states: readonly { readonly value: string; readonly label: string }[];
  readonly holdReasons: readonly { readonly value: string; readonly label: string }[];
  /** Active ones, by name; at most 500. */
  readonly groups: readonly { readonly sysId: string; readonly name: string }[];
  readonly hasMoreGroups: boolean;
  /** Accounts that sign in for machines; at most 200. `accountId` is how `registerActor` names them. */
  readonly integrationUsers: readonly { readonly accountId: string; readonly userName: string }[];
  /** Text fields that could hold the verdict. */
  readonly verdictFields: readonly { readonly name: string; readonly label: string }[];
  /** Tables that the instance does not show: their lists are empty. */
  readonly unread: readonly string[];
}

/** The secret is shown once. */
export interface IssuedPushSecret {
  readonly address: string;
  readonly secret: string;
  /** Business Rule to paste, address and secret filled in. */
  readonly script: string;
}
