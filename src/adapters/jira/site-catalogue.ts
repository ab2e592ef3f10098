import { z } from 'zod';

import { ok, type Result } from '../../domain/app-error';
import type { Cache } from '../../ports/cache';
import { parseResponse } from './call-jira';
import { statusListSchema } from './issue-schema';
import type { JiraApi } from './jira-api';
import { statusCatalogueOf, type StatusCatalogue } from './status-catalogue';

/** What a site is like: its statuses, its clock, and the ids of the fields that a desk adds. */
export interface SiteCatalogue {
  readonly statuses: StatusCatalogue;
  /** IANA zone of the site. */
  readonly timeZone: string;
  readonly fields: DeskFields;
}

/** Ids of custom fields, which differ from site to site; null where the site has none. */
export interface DeskFields {
  readonly requestType: string | null;
  readonly satisfaction: string | null;
  readonly satisfactionDate: string | null;
}

const CACHE_KEY = 'jira:site';

const fieldListSchema = z.array(
  z.object({
    id: z.string(),
    schema: z.object({ custom: z.string().nullish() }).nullish(),
  }),
);
const serverInfoSchema = z.object({ serverTimeZone: z.string().nullish() });

const cachedSchema = z.object({
  statuses: statusListSchema,
  timeZone: z.string(),
  fields: z.object({
    requestType: z.string().nullable(),
    satisfaction: z.string().nullable(),
    satisfactionDate: z.string().nullable(),
  }),
});
type Cached = z.input<typeof cachedSchema>;

/** Custom types of the fields that Jira Service Management adds. */
const CUSTOM_TYPES = {
  requestType: 'com.atlassian.servicedesk:vp-origin',
  satisfaction: 'com.atlassian.servicedesk:sd-request-feedback',
  satisfactionDate: 'com.atlassian.servicedesk:sd-request-feedback-date',
} as const;

/**
 * The site as it was last read, from the cache where possible.
 *
 * @param needs - a status id that must be known; an unknown one makes the site be read again
 */
export async function readSiteCatalogue(
  { api, cache }: { readonly api: JiraApi; readonly cache: Cache },
  needs: { readonly statusIds: readonly string[] },
): Promise<Result<SiteCatalogue>> {
  const cached = cachedSchema.safeParse(await cache.get(CACHE_KEY));
  if (cached.success) {
    const catalogue = toCatalogue(cached.data);
    if (needs.statusIds.every((id) => catalogue.statuses.has(id))) return ok(catalogue);
  }
  const fresh = await readSite(api);
  if (!fresh.ok) return fresh;
  await cache.set(CACHE_KEY, fresh.value);
  return ok(toCatalogue(cachedSchema.parse(fresh.value)));
}

async function readSite(api: JiraApi): Promise<Result<Cached>> {
  const statuses = await parseResponse(await api.listStatuses(), statusListSchema);
  if (!statuses.ok) return statuses;
  const fields = await parseResponse(await api.listFields(), fieldListSchema);
  if (!fields.ok) return fields;
  const server = await parseResponse(await api.readServerInfo(), serverInfoSchema);
  if (!server.ok) return server;
  const idOf = (customType: string): string | null =>
    fields.value.find(({ schema }) => schema?.custom === customType)?.id ?? null;
  return ok({
    statuses: statuses.value,
    timeZone: server.value.serverTimeZone ?? 'UTC',
    fields: {
      requestType: idOf(CUSTOM_TYPES.requestType),
      satisfaction: idOf(CUSTOM_TYPES.satisfaction),
      satisfactionDate: idOf(CUSTOM_TYPES.satisfactionDate),
    },
  });
}

const toCatalogue = ({
  statuses,
  timeZone,
  fields,
}: z.output<typeof cachedSchema>): SiteCatalogue => ({
  statuses: statusCatalogueOf(statuses),
  timeZone,
  fields,
});
