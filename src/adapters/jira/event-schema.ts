import { z } from 'zod';

import { commentSchema, jiraTimeSchema } from './issue-schema';

const accountSchema = z.object({ accountId: z.string(), accountType: z.string().nullish() });

/** The part of an issue that product events carry. */
const eventIssueSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string().nullish(),
    project: z.object({
      id: z.string(),
      key: z.string(),
      projectTypeKey: z.string().nullish(),
    }),
    created: jiraTimeSchema,
    updated: jiraTimeSchema.nullish(),
    reporter: accountSchema.nullish(),
    priority: z.object({ name: z.string() }).nullish(),
    status: z
      .object({
        id: z.string(),
        name: z.string(),
        statusCategory: z.object({ key: z.string() }).nullish(),
      })
      .nullish(),
  }),
});
export type EventIssue = z.output<typeof eventIssueSchema>;

const changelogSchema = z.object({
  items: z.array(
    z.looseObject({
      field: z.string(),
      fieldId: z.string().nullish(),
      from: z.string().nullish(),
      to: z.string().nullish(),
    }),
  ),
});
export type EventItem = z.output<typeof changelogSchema>['items'][number];

/** Epoch milliseconds, told as text. */
const timestampSchema = z.union([z.string().regex(/^\d+$/).transform(Number), z.number()]);
const base = {
  timestamp: timestampSchema,
  atlassianId: z.string().nullish(),
  issue: eventIssueSchema,
};

/** Product events of issues (Forge, "Jira events"), cut down to what a timeline needs. */
export const ticketEventSchema = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('avi:jira:created:issue'), ...base }),
  z.object({
    eventType: z.literal('avi:jira:updated:issue'),
    ...base,
    changelog: changelogSchema.nullish(),
  }),
  z.object({
    eventType: z.literal('avi:jira:assigned:issue'),
    ...base,
    changelog: changelogSchema.nullish(),
  }),
  z.object({ eventType: z.literal('avi:jira:commented:issue'), ...base, comment: commentSchema }),
  z.object({ eventType: z.literal('avi:jira:deleted:issue'), ...base }),
  z.object({
    eventType: z.literal('avi:jira:deleted:comment'),
    ...base,
    comment: z.object({ id: z.union([z.string(), z.number().transform(String)]) }),
  }),
]);
export type TicketEventPayload = z.output<typeof ticketEventSchema>;
