import { kvs } from '@forge/kvs';
import { z } from 'zod';

import { epochMs } from '../../../domain/time';
import {
  EMPTY_FEED,
  type FeedComparison,
  type PolledFeed,
  type ServiceNowConnection,
  type ServiceNowConnections,
} from '../../../ports/service-now-connections';
import { kvsCache } from './kvs-cache';

const CONNECTION_KEY = 'settings:servicenow';
const FEED_KEY = 'servicenow:feed';
const COMPARISON_KEY = 'servicenow:comparison';
const PUSHED_KEY = 'servicenow:pushed';

const time = z.number().transform(epochMs);
const namedSchema = z.object({ sysId: z.string(), name: z.string() });

/** The shape is ours; what a newer app adds has a default. */
const connectionSchema: z.ZodType<ServiceNowConnection> = z.object({
  connectionId: z.string(),
  origin: z.string(),
  auth: z.enum(['oauth', 'basic']),
  userName: z.string(),
  connectedAt: time,
  connectedBy: z.string(),
  timeZone: z.string(),
  mapping: z.object({
    states: z.array(
      z.object({
        value: z.string(),
        label: z.string(),
        category: z.enum(['new', 'indeterminate', 'done']),
        paused: z.boolean(),
      }),
    ),
    pausingHoldReasons: z.array(z.string()),
    groups: z.array(namedSchema),
    verdictField: z.string().nullable(),
    writesWorkNotes: z.boolean(),
  }),
  writesBackSince: time.nullable(),
  viewerGroups: z.array(z.object({ groupId: z.string(), name: z.string() })),
  version: z.number(),
});

const comparisonSchema: z.ZodType<FeedComparison> = z.object({
  startedAt: time,
  finishedAt: time.nullable(),
  since: time.nullable(),
  after: z.string().nullable(),
  compared: z.number(),
  repaired: z.number(),
  deleted: z.number(),
});

const feedSchema: z.ZodType<PolledFeed> = z.object({
  watermark: z.object({ updatedOn: time, sysId: z.string() }).nullable(),
  recent: z.array(z.object({ sysId: z.string(), change: z.string() })),
  polledAt: time.nullable(),
  changedAt: time.nullable(),
  problem: z.object({ at: time, reason: z.string(), subject: z.string().nullable() }).nullable(),
  clockAheadMs: z.number().nullable(),
});

/** The connection to ServiceNow and how far its changes are followed, in Forge's key-value store. */
export const kvsServiceNowConnections: ServiceNowConnections = {
  async read() {
    const stored = await kvs.get(CONNECTION_KEY);
    return stored === undefined ? null : connectionSchema.parse(stored);
  },

  async save(connection) {
    const stored = await this.read();
    // Two administrators at once: the later one is told, as far as the store lets us see it.
    if ((stored?.version ?? 0) !== connection.version - 1) return 'conflict';
    await kvs.set(CONNECTION_KEY, connectionSchema.parse(connection));
    return 'saved';
  },

  async remove() {
    await kvs.delete(CONNECTION_KEY);
    await kvs.delete(FEED_KEY);
    await kvs.delete(COMPARISON_KEY);
    await kvs.delete(PUSHED_KEY);
  },

  async readFeed() {
    const values = await kvsCache.getMany([FEED_KEY, COMPARISON_KEY, PUSHED_KEY]);
    const feed = values.get(FEED_KEY);
    return {
      ...(feed === undefined ? EMPTY_FEED : feedSchema.parse(feed)),
      comparison: comparisonSchema.nullable().parse(values.get(COMPARISON_KEY) ?? null),
      pushedAt: time.nullable().parse(values.get(PUSHED_KEY) ?? null),
    };
  },

  async saveFeed(state) {
    await kvs.set(FEED_KEY, feedSchema.parse(state));
  },

  async saveComparison(comparison) {
    await kvs.set(COMPARISON_KEY, comparisonSchema.parse(comparison));
  },

  async notePush(at) {
    await kvs.set(PUSHED_KEY, at);
  },
};
