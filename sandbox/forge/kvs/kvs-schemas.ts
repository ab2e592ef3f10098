import { z } from 'zod';

const metadataFieldSchema = z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']);
const ttlSchema = z.object({
  value: z.number().positive(),
  unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
});
const getOptionsSchema = z.object({ metadataFields: z.array(metadataFieldSchema).optional() });
const setOptionsSchema = z.object({
  ttl: ttlSchema.optional(),
  keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
  returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
  returnMetadataFields: z.array(metadataFieldSchema).optional(),
});

const conditionSchema = z.object({
  condition: z.enum([
    'BETWEEN',
    'BEGINS_WITH',
    'EXISTS',
    'NOT_EXISTS',
    'GREATER_THAN',
    'GREATER_THAN_EQUAL_TO',
    'LESS_THAN',
    'LESS_THAN_EQUAL_TO',
    'CONTAINS',
    'NOT_CONTAINS',
    'EQUAL_TO',
    'NOT_EQUAL_TO',
  ]),
  values: z.array(z.union([z.string(), z.number(), z.boolean()])),
});
const propertyConditionSchema = conditionSchema.extend({ property: z.string() });
const conditionsSchema = z.object({
  and: z.array(propertyConditionSchema).optional(),
  or: z.array(propertyConditionSchema).optional(),
});

/** `entityName` is absent for plain keys and secrets. */
const keySchema = z.object({ key: z.string(), entityName: z.string().optional() });

export const getSchema = keySchema.extend({ options: getOptionsSchema.optional() });
export const setSchema = keySchema.extend({
  value: z.unknown(),
  options: setOptionsSchema.optional(),
});
export const deleteSchema = keySchema;

const limitSchema = z.int().min(1).max(100).default(10);
export const querySchema = z.object({
  limit: limitSchema,
  after: z.string().optional(),
  where: z
    .array(
      z.object({
        property: z.literal('key'),
        condition: z.literal('BEGINS_WITH'),
        values: z.array(z.string()).length(1),
      }),
    )
    .max(1)
    .default([]),
  options: getOptionsSchema.optional(),
});

export const entityQuerySchema = z.object({
  entityName: z.string(),
  indexName: z.string(),
  partition: z.array(z.union([z.string(), z.number(), z.boolean()])).default([]),
  range: conditionSchema.optional(),
  filters: conditionsSchema.default({}),
  sort: z.enum(['ASC', 'DESC']).default('ASC'),
  limit: limitSchema,
  cursor: z.string().optional(),
  options: getOptionsSchema.optional(),
});

export const batchGetSchema = z.array(getSchema);
export const batchSetSchema = z.array(setSchema);
export const batchDeleteSchema = z.array(deleteSchema);

export const transactionSchema = z.object({
  set: z.array(setSchema.extend({ conditions: conditionsSchema.optional() })).default([]),
  delete: z.array(keySchema.extend({ conditions: conditionsSchema.optional() })).default([]),
  check: z.array(keySchema.extend({ conditions: conditionsSchema })).default([]),
});

export type GetRequest = z.infer<typeof getSchema>;
export type SetRequest = z.infer<typeof setSchema>;
export type KeyRequest = z.infer<typeof keySchema>;
export type QueryRequest = z.infer<typeof querySchema>;
export type EntityQueryRequest = z.infer<typeof entityQuerySchema>;
export type TransactionRequest = z.infer<typeof transactionSchema>;
export type Condition = z.infer<typeof conditionSchema>;
export type Conditions = z.infer<typeof conditionsSchema>;
export type MetadataField = z.infer<typeof metadataFieldSchema>;
export type Ttl = z.infer<typeof ttlSchema>;
