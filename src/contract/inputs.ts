import { z } from 'zod';

import type { Source } from '../domain/timeline/source';

/** A desk by what calls name it by, what people call it, and where it is. */
export interface DeskLabel {
  /** Project key, or the key of a ServiceNow desk, e.g. `sn-acme`. */
  readonly key: string;
  readonly name: string;
  readonly source: Source;
}

/** How ServiceNow itself calls a ticket. Jira's are read by the viewer's own page. */
export interface TicketRecord {
  /** `INC0010001`. */
  readonly number: string;
  /** Where it is shown; null once its instance is disconnected. */
  readonly url: string | null;
}

export const projectSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'a project key or id of letters, digits, - and _');

export const issueSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'an issue id or key');

/** A day on the desk's clock. */
export const daySchema = z.iso.date('a day, YYYY-MM-DD');
