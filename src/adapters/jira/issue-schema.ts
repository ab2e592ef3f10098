import { z } from 'zod';

import { epochMs } from '../../domain/time';

const JIRA_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;
/** Below this a number of a time can only be seconds: 1e11 ms is 1973, 1e11 s is the year 5138. */
const SECONDS_BELOW = 1e11;

/** Jira's times: ISO 8601 with an offset like `+0800`, or epoch seconds or milliseconds. */
export const jiraTimeSchema = z.union([
  z
    .string()
    .regex(JIRA_TIME, 'expected a Jira time, e.g. 2026-03-02T09:00:00.000+0000')
    .transform((text) => epochMs(Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')))),
  z.number().transform((value) => epochMs(value < SECONDS_BELOW ? value * 1_000 : value)),
]);

const accountSchema = z.object({
  accountId: z.string(),
  accountType: z.string().nullish(),
});
export type JiraAccount = z.infer<typeof accountSchema>;

const optionalName = z.object({ name: z.string() }).nullish();
const idText = z.union([z.string(), z.number().transform(String)]);

const statusSchema = z.object({
  id: idText,
  name: z.string(),
  statusCategory: z.object({ key: z.string() }).nullish(),
});

export const historySchema = z.object({
  id: idText,
  author: accountSchema.nullish(),
  created: jiraTimeSchema,
  items: z.array(
    z.looseObject({
      field: z.string(),
      fieldId: z.string().nullish(),
      from: z.string().nullish(),
      to: z.string().nullish(),
    }),
  ),
});
export type JiraHistory = z.infer<typeof historySchema>;

export const commentSchema = z.object({
  id: idText,
  author: accountSchema.nullish(),
  created: jiraTimeSchema,
  jsdPublic: z.boolean().nullish(),
  properties: z
    .array(z.object({ key: z.string(), value: z.unknown() }))
    .nullish()
    .catch(null),
});
export type JiraComment = z.infer<typeof commentSchema>;

/** A REST issue with its history, cut down to what a timeline needs. Unknown fields pass. */
export const jiraIssueSchema = z.object({
  id: idText,
  key: z.string().nullish(),
  fields: z.looseObject({
    project: z.object({ id: idText.nullish(), key: z.string() }),
    created: jiraTimeSchema,
    resolutiondate: jiraTimeSchema.nullish(),
    resolution: optionalName,
    issuetype: optionalName,
    priority: optionalName,
    reporter: accountSchema.nullish(),
    summary: z.string().nullish(),
    status: statusSchema,
    comment: z.object({ comments: z.array(commentSchema), total: z.number().nullish() }).nullish(),
    updated: jiraTimeSchema.nullish(),
  }),
  changelog: z.object({ histories: z.array(historySchema) }).nullish(),
});
export type JiraIssue = z.infer<typeof jiraIssueSchema>;

/** The response of `/rest/api/3/status`. */
export const statusListSchema = z.array(
  z.object({
    id: idText,
    name: z.string(),
    untranslatedName: z.string().nullish(),
    statusCategory: z.object({ key: z.string() }),
  }),
);
