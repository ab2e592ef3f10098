import { z } from 'zod';

import { ACTOR_KINDS, type ActorKind } from '../domain/timeline/actor';
import type { IncidentMapping } from '../domain/timeline/incident-mapping';
import type { SettingsVersion } from './desk-settings';
import type { PolicyVersion } from './escalation-policy';
import type { BackfillView } from './desk-scorecard';
import { projectSchema, type DeskLabel } from './inputs';
import type { CredentialView } from './telemetry';
import type { OverridePolicy } from './ticket-verdict';

const actorSchema = {
  kind: z.enum(ACTOR_KINDS),
  /** For AI agents; null otherwise. */
  name: z.string().trim().min(1).max(64).nullable(),
  vendor: z.string().trim().min(1).max(64).nullable(),
};
const accountIdSchema = z.string().min(1, 'an account id').max(128, 'an account id');

/** The whole registry: what is left out is no longer registered. */
export const saveActorsInputSchema = z.strictObject({
  actors: z.array(z.strictObject({ accountId: accountIdSchema, ...actorSchema })).max(500),
});
export type SaveActorsInput = z.infer<typeof saveActorsInputSchema>;

/** Adds or changes one entry. An actor that was seen is named by its actor id, any other by account. */
export const registerActorInputSchema = z
  .strictObject({
    accountId: accountIdSchema.nullable(),
    actorId: z.string().min(1).max(128).nullable(),
    ...actorSchema,
  })
  .refine(
    ({ accountId, actorId }) => (accountId === null) !== (actorId === null),
    'give an accountId or an actorId, not both',
  )
  .refine(({ kind, name }) => kind !== 'ai-agent' || name !== null, {
    path: ['name'],
    message: 'an AI agent needs a name to be shown by',
  });
export type RegisterActorInput = z.infer<typeof registerActorInputSchema>;

export const unregisterActorInputSchema = z.strictObject({ actorId: z.string().min(1).max(128) });
export type UnregisterActorInput = z.infer<typeof unregisterActorInputSchema>;

export interface RegisteredActorView {
  readonly actorId: string;
  /**
   * null for people registered before accounts were kept, and for people registered as they were
   * seen. Names are read by the viewer's own page.
   */
  readonly accountId: string | null;
  readonly kind: ActorKind;
  readonly name: string | null;
  readonly vendor: string | null;
}

/** An actor without an entry whose kind is in doubt: unknown, or an app that may be an AI agent. */
export interface UnclassifiedActor {
  /** '' stands for events that named nobody. */
  readonly actorId: string;
  /** Of apps; null for people, who are stored as keyed hashes. */
  readonly accountId: string | null;
  readonly kind: 'unknown' | 'automation';
  /** Episodes in which it acted. */
  readonly episodes: number;
  /** The latest opening of one of them. */
  readonly lastSeenAt: string;
}

export interface AdministeredDesk extends Pick<DeskLabel, 'name' | 'source'> {
  readonly projectKey: string;
  readonly timeZone: string;
  readonly definitionVersion: number;
  readonly computedAt: string | null;
  readonly reconciledAt: string | null;
  readonly isRescoring: boolean;
  readonly completeFrom: string | null;
  readonly backfill: BackfillView & {
    readonly startedAt: string | null;
    readonly ticketsUnreadable: number;
    /** Why it failed or waits, as the kind of an AppError; null otherwise. */
    readonly problem: string | null;
  };
  /** Tickets with work left: verdicts to settle, tags to write, histories to read again. */
  readonly waiting: {
    readonly unsettled: number;
    readonly untagged: number;
    readonly flagged: number;
  };
}

/** What a kind of work used on one day (UTC), as the app itself counted it. */
export interface UsageRow {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `sync-desks`, or the kind of a job. */
  readonly work: string;
  readonly runs: number;
  /** Runs that broke off or that Jira refused; a refused one goes on later. */
  readonly failures: number;
  readonly restRequests: number;
  /** By Jira's published prices: one a request, one an issue or project, two a person. */
  readonly restPoints: number;
  readonly sqlStatements: number;
  readonly durationMs: number;
}

export interface Administration {
  readonly asOf: string;
  readonly desks: readonly AdministeredDesk[];
  readonly actors: readonly RegisteredActorView[];
  /** Most episodes first; at most 100. */
  readonly unclassified: readonly UnclassifiedActor[];
  /** The last 30 days, newest first. */
  readonly usage: readonly UsageRow[];
}

export const noInputSchema = z.strictObject({});
export type NoInput = z.infer<typeof noInputSchema>;

export const controlBackfillInputSchema = z.strictObject({
  project: projectSchema,
  /** `restart` reads the whole history again; nothing is lost meanwhile. */
  action: z.enum(['pause', 'resume', 'restart']),
});
export type ControlBackfillInput = z.infer<typeof controlBackfillInputSchema>;

export type ExportedCredential = Omit<
  CredentialView,
  'agentName' | 'formerSecretUntil' | 'lastUsedAt'
>;

/** Everything an administrator or a project lead has set, for keeping elsewhere. */
export interface SettingsExport {
  readonly format: 'firstline-settings';
  readonly formatVersion: 1;
  readonly exportedAt: string;
  readonly actors: readonly RegisteredActorView[];
  /** Who may report for which agent; never a secret. */
  readonly credentials: readonly ExportedCredential[];
  /** null: no instance is connected. */
  readonly serviceNow: {
    readonly address: string;
    readonly mapping: IncidentMapping;
    readonly viewerGroups: readonly { readonly groupId: string; readonly name: string }[];
    readonly version: number;
  } | null;
  readonly desks: readonly {
    readonly projectKey: string;
    readonly version: number;
    readonly overridePolicy: OverridePolicy;
    readonly versions: readonly SettingsVersion[];
    /** Of what decides when its AI hands off, newest first; empty when nobody has set one. */
    readonly policyVersions: readonly PolicyVersion[];
  }[];
}
