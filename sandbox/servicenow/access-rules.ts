import type { Row } from './schema/field';
import type { SnUser } from './people';

/** Whether a row may be seen by a user. */
export type RowRule = (row: Readonly<Row>, user: SnUser) => boolean;

/** What the instance keeps from whom, besides what its own rules refuse. Administrators see all. */
export class AccessRules {
  readonly #hiddenFields = new Map<string, Set<string>>();
  readonly #rowRules = new Map<string, RowRule>();
  readonly #roles = new Map<string, string>();
  readonly #roleToWrite = new Map<string, string>();
  readonly #removed = new Set<string>();

  /** Nobody but administrators reads the field: answers leave it out. */
  hideField(table: string, field: string): void {
    const hidden = this.#hiddenFields.get(table) ?? new Set();
    this.#hiddenFields.set(table, hidden.add(field));
  }

  /** Rows for which it is false are left out of pages, which get shorter by them. */
  showRows(table: string, rule: RowRule): void {
    this.#rowRules.set(table, rule);
  }

  /** Users without the role are refused. */
  requireRole(table: string, role: string): void {
    this.#roles.set(table, role);
  }

  /** Users without the role may read and not write. */
  requireRoleToWrite(table: string, role: string): void {
    this.#roleToWrite.set(table, role);
  }

  /** There is no such table, as on an instance without the plugin that brings it. */
  removeTable(table: string): void {
    this.#removed.add(table);
  }

  /** Takes all of these rules back. */
  clear(): void {
    for (const rules of [this.#hiddenFields, this.#rowRules, this.#roles, this.#roleToWrite]) {
      rules.clear();
    }
    this.#removed.clear();
  }

  isRemoved(table: string): boolean {
    return this.#removed.has(table);
  }

  mayReadTable(table: string, user: SnUser): boolean {
    return hasRole(user, this.#roles.get(table));
  }

  mayWriteTable(table: string, user: SnUser): boolean {
    return this.mayReadTable(table, user) && hasRole(user, this.#roleToWrite.get(table));
  }

  mayReadField(table: string, field: string, user: SnUser): boolean {
    return isAdmin(user) || this.#hiddenFields.get(table)?.has(field) !== true;
  }

  mayReadRow(table: string, row: Row, user: SnUser): boolean {
    const rule = this.#rowRules.get(table);
    return rule === undefined || isAdmin(user) || rule(row, user);
  }
}

const isAdmin = ({ roles }: SnUser): boolean => roles.includes('admin');

const hasRole = (user: SnUser, role: string | undefined): boolean =>
  role === undefined || isAdmin(user) || user.roles.includes(role);
