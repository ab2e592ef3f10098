import type { SiteAccess } from '../access';
import { badRequest } from '../fault';
import type { Asker, SiteIssue } from '../model';
import type { SiteStore } from '../store';
import type { JqlOperand } from './ast';
import type { DateContext } from './dates';

export type JqlValue = string | number;
/** Null is EMPTY; several where the field holds several. */
export type JqlReading = JqlValue | null | readonly JqlValue[];

export interface JqlField {
  /** As error messages call it. */
  readonly name: string;
  /** `order` is for ORDER BY alone. */
  readonly kind: 'equality' | 'ordered' | 'date' | 'order';
  read(issue: SiteIssue): JqlReading;
  /** What ORDER BY sorts by, where it is not what is read. */
  sortBy?(issue: SiteIssue): JqlValue | null;
  /** The values an operand stands for; throws Jira's 400 for one that does not exist. */
  resolve(operand: Exclude<JqlOperand, { kind: 'empty' }>): JqlValue;
}

/** What a field needs to know of whoever asks, and when. */
export interface FieldContext extends DateContext {
  readonly store: SiteStore;
  readonly access: SiteAccess;
  readonly asker: Asker;
}

export const missing = (text: string, field: string) =>
  badRequest(`The value '${text}' does not exist for the field '${field}'.`);

export const noFunction = (name: string) => badRequest(`Unable to find JQL function '${name}()'.`);
