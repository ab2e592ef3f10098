import { z } from 'zod';

const functionSchema = z.object({
  key: z.string(),
  /** `<file>.<export>`, e.g. `index.resolver`. */
  handler: z.string(),
  timeoutSeconds: z.number().min(1).max(900).optional(),
  runtime: z.object({ memoryMB: z.number().optional() }).optional(),
});

const filterSchema = z.object({
  ignoreSelf: z.boolean().optional(),
  expression: z.string().max(10_000).optional(),
  onError: z.enum(['IGNORE', 'IGNORE_AND_LOG', 'RECEIVE', 'RECEIVE_AND_LOG']).optional(),
});

const triggerSchema = z.object({
  key: z.string(),
  function: z.string(),
  events: z.array(
    z.union([z.string(), z.object({ eventType: z.string(), filter: filterSchema.optional() })]),
  ),
  filter: filterSchema.optional(),
});

const scheduledTriggerSchema = z.object({
  key: z.string(),
  function: z.string(),
  interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
});

const consumerSchema = z.object({ key: z.string(), queue: z.string(), function: z.string() });

const webTriggerSchema = z.object({
  key: z.string(),
  function: z.string(),
  urlFormat: z.enum(['v1', 'v2']).default('v1'),
  /** Dynamic without it. */
  response: z
    .object({
      type: z.enum(['static', 'dynamic']),
      outputs: z
        .array(
          z.object({
            key: z.string(),
            statusCode: z.int(),
            contentType: z.string().optional(),
            body: z.string().max(1_024).optional(),
          }),
        )
        .max(20)
        .default([]),
    })
    .optional(),
});

const valueTypeSchema = z.enum(['string', 'integer', 'number', 'boolean']);

const actionSchema = z.looseObject({
  key: z.string(),
  function: z.string(),
  name: z.string().optional(),
  actionVerb: z.enum(['GET', 'CREATE', 'UPDATE', 'DELETE', 'TRIGGER']).optional(),
  inputs: z
    .record(
      z.string(),
      z.object({
        title: z.string(),
        type: valueTypeSchema,
        required: z.boolean(),
        description: z.string().optional(),
      }),
    )
    .default({}),
  outputs: z
    .record(z.string(), z.looseObject({ type: valueTypeSchema, nullable: z.boolean() }))
    .default({}),
});

const attributeSchema = z.object({
  type: z.enum(['string', 'integer', 'float', 'boolean', 'any']),
});

const indexSchema = z.union([
  z.string(),
  z.object({
    name: z.string(),
    partition: z.array(z.string()).optional(),
    range: z.array(z.string()).length(1),
  }),
]);

const entitySchema = z.object({
  name: z.string(),
  attributes: z.record(z.string(), attributeSchema),
  indexes: z.array(indexSchema).default([]),
});

/** A module that shows a panel: its calls go to the resolver's function. */
const panelSchema = z.looseObject({
  key: z.string().optional(),
  resolver: z.looseObject({ function: z.string().optional() }).optional(),
});

/** What the host needs of the manifest; the rest stays for others, under `modules`. */
export const manifestSchema = z.looseObject({
  app: z.looseObject({
    id: z.string(),
    runtime: z.looseObject({ name: z.string(), memoryMB: z.number().optional() }),
    storage: z.looseObject({ entities: z.array(entitySchema).default([]) }).optional(),
  }),
  modules: z
    .object({
      function: z.array(functionSchema).default([]),
      trigger: z.array(triggerSchema).default([]),
      scheduledTrigger: z.array(scheduledTriggerSchema).default([]),
      consumer: z.array(consumerSchema).default([]),
      action: z.array(actionSchema).default([]),
      'automation:actionProvider': z
        .array(z.object({ key: z.string(), actions: z.array(z.string()) }))
        .default([]),
      webtrigger: z.array(webTriggerSchema).default([]),
      sql: z.array(z.looseObject({ key: z.string() })).default([]),
    })
    .catchall(z.array(panelSchema)),
  permissions: z
    .looseObject({
      scopes: z
        .union([z.array(z.string()), z.record(z.string(), z.unknown()).transform(Object.keys)])
        .default([]),
      external: z
        .looseObject({
          configurable: z.looseObject({ enabled: z.boolean() }).optional(),
          fetch: z
            .looseObject({
              backend: z
                .array(z.union([z.string(), z.looseObject({ address: z.string() })]))
                .default([]),
            })
            .optional(),
        })
        .optional(),
    })
    .default({ scopes: [] }),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type FunctionModule = z.infer<typeof functionSchema>;
export type TriggerModule = z.infer<typeof triggerSchema>;
export type EventFilter = z.infer<typeof filterSchema>;
export type ScheduledTriggerModule = z.infer<typeof scheduledTriggerSchema>;
export type ConsumerModule = z.infer<typeof consumerSchema>;
export type WebTriggerModule = z.infer<typeof webTriggerSchema>;
export type ActionModule = z.infer<typeof actionSchema>;
export type EntityModule = z.infer<typeof entitySchema>;
export type AttributeType = z.infer<typeof attributeSchema>['type'];
