import { z } from 'zod';

import { ok, type Result } from '../../../domain/app-error';
import { epochMs, HOUR_MS, type EpochMs } from '../../../domain/time';
import type { Cache } from '../../../ports/cache';
import { encodedQuery, isOneOf, where } from '../client/encoded-query';
import { snSysId, snText } from '../client/record-values';
import type { ServiceNowApi } from '../client/service-now-api';
import { parseRecords } from './parse-records';

/** What people call an instance's values: of choices, and of groups. */
export interface InstanceCatalogue {
  /** The value itself where the instance has no label for it. */
  readonly labelOf: (element: ChoiceElement, value: string) => string;
  /** The sys_id where nobody told the name. */
  readonly groupNameOf: (sysId: string) => string;
}

const CHOICE_ELEMENTS = ['category', 'priority', 'close_code'] as const;
export type ChoiceElement = (typeof CHOICE_ELEMENTS)[number];

/** Unknown values are looked for again after this long; labels that nobody misses stay. */
const READ_AGAIN_AFTER_MS = HOUR_MS;
const MOST_CHOICES = 2_000;
const MOST_GROUPS = 2_000;

const choiceSchema = z.object({
  element: z.enum(CHOICE_ELEMENTS),
  value: snText,
  label: snText,
});
const groupSchema = z.object({ sys_id: snSysId, name: snText.optional() });
const cachedSchema = z.object({
  readAt: z.number(),
  labels: z.record(z.string(), z.string()),
  groups: z.record(z.string(), z.string()),
});
type Cached = z.infer<typeof cachedSchema>;

/**
 * The labels as they were last read, from the cache where possible.
 *
 * @param needs - values that occur; one that is unknown has all of them read again, at most hourly
 */
export async function readInstanceCatalogue(
  deps: {
    readonly api: ServiceNowApi;
    readonly cache: Cache;
    readonly connectionId: string;
    readonly now: EpochMs;
  },
  needs: {
    readonly choices: readonly (readonly [ChoiceElement, string])[];
    readonly groups: readonly string[];
  },
): Promise<Result<InstanceCatalogue>> {
  const key = `servicenow-catalogue:${deps.connectionId}`;
  const cached = cachedSchema.safeParse(await deps.cache.get(key));
  if (cached.success) {
    const { readAt, labels, groups } = cached.data;
    const knowsAll =
      needs.choices.every(([element, value]) => `${element}=${value}` in labels) &&
      needs.groups.every((sysId) => sysId in groups);
    const isFresh = deps.now < epochMs(readAt + READ_AGAIN_AFTER_MS);
    if (knowsAll || isFresh) return ok(toCatalogue(cached.data));
  }
  const read = await readAll(deps.api);
  if (!read.ok) return read;
  const fresh = { ...read.value, readAt: deps.now };
  await deps.cache.set(key, fresh);
  return ok(toCatalogue(fresh));
}

async function readAll(api: ServiceNowApi): Promise<Result<Omit<Cached, 'readAt'>>> {
  const choices = await api.readTable({
    table: 'sys_choice',
    query: encodedQuery([
      isOneOf('name', ['incident', 'task']),
      isOneOf('element', CHOICE_ELEMENTS),
      where('language', '=', 'en'),
    ]),
    fields: ['element', 'value', 'label'],
    limit: MOST_CHOICES,
  });
  if (!choices.ok) return choices;
  const labels = parseRecords('sys_choice', choices.value.records, choiceSchema);
  if (!labels.ok) return labels;
  const groups = await api.readTable({
    table: 'sys_user_group',
    query: encodedQuery([], { orderBy: ['name'] }),
    fields: ['sys_id', 'name'],
    limit: MOST_GROUPS,
  });
  if (!groups.ok) return groups;
  const names = parseRecords('sys_user_group', groups.value.records, groupSchema);
  if (!names.ok) return names;
  return ok({
    labels: Object.fromEntries(
      labels.value.flatMap(({ element, value, label }) =>
        value === null || label === null ? [] : [[`${element}=${value}`, label] as const],
      ),
    ),
    groups: Object.fromEntries(
      names.value.flatMap(({ sys_id, name }) => (name == null ? [] : [[sys_id, name] as const])),
    ),
  });
}

const toCatalogue = ({ labels, groups }: Omit<Cached, 'readAt'>): InstanceCatalogue => ({
  labelOf: (element, value) => labels[`${element}=${value}`] ?? value,
  groupNameOf: (sysId) => groups[sysId] ?? sysId,
});
