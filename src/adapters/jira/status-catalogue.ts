import type { z } from 'zod';

import type { StatusCategory } from '../../domain/timeline/event';
import type { statusListSchema } from './issue-schema';

export interface KnownStatus {
  readonly name: string;
  readonly category: StatusCategory;
  /** Waits for the requester. */
  readonly paused: boolean;
}

/** Statuses by id: names are renamed and translated, so a name never identifies one. */
export type StatusCatalogue = ReadonlyMap<string, KnownStatus>;

const WAITS_FOR_REQUESTER = /^waiting for customer$/i;

export const statusCatalogueOf = (list: z.infer<typeof statusListSchema>): StatusCatalogue =>
  new Map(
    list.map(({ id, name, untranslatedName, statusCategory }) => [
      id,
      {
        name,
        category: toCategory(statusCategory.key),
        paused: isPausedName(untranslatedName ?? name),
      },
    ]),
  );

/** Jira's category keys; `undefined` and whatever is new count as neither new nor done. */
export const toCategory = (key: string): StatusCategory =>
  key === 'new' || key === 'done' ? key : 'indeterminate';

export const isPausedName = (name: string): boolean => WAITS_FOR_REQUESTER.test(name);
