import { z } from 'zod';

import type { Scorecard } from '../domain/kpi/scorecard';
import type { MeasurementSettings } from '../domain/outcome/measurement-settings';
import type { Outcome } from '../domain/outcome/outcome';

import type { DayRange } from './desk-scorecard';
import { projectSchema, type DeskLabel } from './inputs';
import { OVERRIDE_POLICIES, type OverridePolicy } from './ticket-verdict';

export type { MeasurementSettings } from '../domain/outcome/measurement-settings';

const nameListSchema = z
  .array(z.string().trim().min(1).max(255))
  .max(100)
  .refine((names) => new Set(names).size === names.length, 'a name is there twice')
  .readonly();

const ratingSchema = z.number().min(1, 'from 1').max(5, 'to 5');

/** The rules' settings (rule book, section 4). */
export const definitionSchema = z
  .strictObject({
    windowHours: z
      .int('whole hours')
      .positive('more than 0 hours')
      .max(744, 'at most 31 days, in hours'),
    silenceCountsAsResolved: z.boolean(),
    excludedResolutions: nameListSchema,
    excludedRequestTypes: nameListSchema,
    ratingConfirmsAt: ratingSchema,
    ratingRejectsAt: ratingSchema,
    repeatContact: z.enum(['off', 'similar', 'any']),
  })
  .refine(({ ratingConfirmsAt, ratingRejectsAt }) => ratingRejectsAt < ratingConfirmsAt, {
    path: ['ratingRejectsAt'],
    message: 'must be below the rating that confirms',
  });

const minuteSchema = z.int().min(0).max(1_440);
const workHoursSchema = z
  .strictObject({ fromMinute: minuteSchema, toMinute: minuteSchema })
  .refine(({ fromMinute, toMinute }) => fromMinute < toMinute, 'must end after it begins');

/** Working hours on the desk's clock; the zone is the desk's. */
const calendarSchema = z.strictObject({
  /** Seven lists, Monday first. */
  weeklyHours: z
    .array(
      z
        .array(workHoursSchema)
        .max(6)
        .refine(
          (hours) =>
            hours.every(({ fromMinute }, i) => fromMinute >= (hours[i - 1]?.toMinute ?? 0)),
          'hours must be in order and not overlap',
        )
        .readonly(),
    )
    .length(7, 'seven days, Monday first')
    .readonly(),
  holidays: z.array(z.iso.date('a day, YYYY-MM-DD')).max(400).readonly(),
});

const timeZoneSchema = z.string().refine(isTimeZone, 'an IANA time zone such as Europe/Berlin');

/** An entry of the audit holds them whole. */
const MAX_SETTINGS_BYTES = 40_000;

/** Everything a desk is measured by; published as a whole, as a version. */
export const measurementSettingsSchema = z
  .strictObject({
    definition: definitionSchema,
    timeZone: timeZoneSchema,
    /** null: business time is not measured. */
    calendar: calendarSchema.nullable(),
    /** Statuses that wait for the requester, by name; null: those that the desk itself calls so. */
    pausedStatuses: nameListSchema.nullable(),
  })
  .refine(
    (settings) => new TextEncoder().encode(JSON.stringify(settings)).length <= MAX_SETTINGS_BYTES,
    'too long together: use fewer or shorter names',
  );

export const readDeskSettingsInputSchema = z.strictObject({ project: projectSchema });
export type ReadDeskSettingsInput = z.infer<typeof readDeskSettingsInputSchema>;

export interface SettingsVersion {
  readonly version: number;
  readonly publishedAt: string;
  /** null: the settings a desk starts with. The name is read by the viewer's own page. */
  readonly accountId: string | null;
  readonly reason: string | null;
  /** The version whose settings these are again; null for new ones. */
  readonly restoredFrom: number | null;
  readonly settings: MeasurementSettings;
}

export interface DeskSettings {
  readonly desk: DeskLabel;
  readonly asOf: string;
  readonly version: number;
  readonly settings: MeasurementSettings;
  /** Newest first; at most 50. */
  readonly versions: readonly SettingsVersion[];
  readonly overridePolicy: OverridePolicy;
  /** Tickets are being judged again after a change. */
  readonly isRescoring: boolean;
  /** Names that occurred in the desk's tickets, for choosing. */
  readonly seen: { readonly requestTypes: readonly string[] };
}

export const readDeskChoicesInputSchema = z.strictObject({ project: projectSchema });
export type ReadDeskChoicesInput = z.infer<typeof readDeskChoicesInputSchema>;

/** What the settings of a ServiceNow desk choose from, as the connection's mapping names it. */
export interface DeskChoices {
  /** Labels of states, each once; empty for the desk of an instance that is disconnected. */
  readonly states: readonly string[];
  /** Names of assignment groups; there may be others. */
  readonly groups: readonly string[];
}

export const startPreviewInputSchema = z.strictObject({
  project: projectSchema,
  settings: measurementSettingsSchema,
  periodDays: z.union([z.literal(30), z.literal(90)]),
});
export type StartPreviewInput = z.infer<typeof startPreviewInputSchema>;

export const readPreviewInputSchema = z.strictObject({
  project: projectSchema,
  previewId: z.uuid(),
});
export type ReadPreviewInput = z.infer<typeof readPreviewInputSchema>;

/** The same episodes' days, counted by the settings in force and by the draft. */
export interface PreviewResult {
  readonly asOf: string;
  readonly period: DayRange & { readonly days: number };
  readonly current: Scorecard;
  readonly draft: Scorecard;
  /** Episodes whose outcome differs, by what it is and what it would be; largest first. */
  readonly moves: readonly {
    readonly from: Outcome;
    readonly to: Outcome;
    readonly episodes: number;
  }[];
}

/** `superseded`: a newer preview of this desk was started; ask for that one. */
export type PreviewState =
  | {
      readonly status: 'running';
      readonly ticketsDone: number;
      /** Estimate of what is to be judged. */
      readonly ticketsTotal: number;
    }
  | { readonly status: 'done'; readonly tickets: number; readonly result: PreviewResult }
  | { readonly status: 'superseded' };

export const publishSettingsInputSchema = z.strictObject({
  project: projectSchema,
  settings: measurementSettingsSchema,
  reason: z.string().trim().max(200, 'at most 200 characters'),
  /** The version that the person saw; when another one holds by now, nothing is published. */
  basedOnVersion: z.int().positive(),
  /** The version being restored; null for new settings. */
  restoredFrom: z.int().positive().nullable(),
});
export type PublishSettingsInput = z.infer<typeof publishSettingsInputSchema>;

export const saveOverridePolicyInputSchema = z.strictObject({
  project: projectSchema,
  policy: z.enum(OVERRIDE_POLICIES),
});
export type SaveOverridePolicyInput = z.infer<typeof saveOverridePolicyInputSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
