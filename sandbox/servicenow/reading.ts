import type { SnGroup, SnUser } from './people';
import type { Row } from './schema/field';
import type { InstanceStore } from './store';

/** What tests look at: rows as the instance keeps them. What is empty may be missing. */
export class InstanceReading {
  constructor(private readonly store: InstanceStore) {}

  /** Null when there is none, or no longer. */
  incident(sysIdOrNumber: string): Readonly<Row> | null {
    return this.store.findIncident(sysIdOrNumber);
  }

  /** In the order of their numbers. */
  incidents(): readonly Readonly<Row>[] {
    return [...this.store.incidents.rows()].sort((a, b) =>
      (a['number'] ?? '') < (b['number'] ?? '') ? -1 : 1,
    );
  }

  /** Oldest first. */
  audits(sysId: string): readonly Readonly<Row>[] {
    return this.store.table('sys_audit').withValue('documentkey', sysId) ?? [];
  }

  /** Oldest first. */
  journal(sysId: string): readonly Readonly<Row>[] {
    return this.store.table('sys_journal_field').withValue('element_id', sysId) ?? [];
  }

  slas(sysId: string): readonly Readonly<Row>[] {
    return this.store.table('task_sla').withValue('task', sysId) ?? [];
  }

  user(userName: string): SnUser | null {
    return this.store.users.get(userName) ?? null;
  }

  group(name: string): SnGroup | null {
    return this.store.findGroup(name);
  }

  /** All rows of a table. */
  rows(table: string): readonly Readonly<Row>[] {
    return [...this.store.table(table).rows()];
  }
}
