import type { SandboxClock } from '../clock';
import { toInstanceTime } from './instance-time';
import type { NewSnGroup, NewSnUser, OAuthClient, SnGroup, SnUser } from './people';
import { DEFAULT_CHOICES, type NewChoice } from './schema/choices';
import { labelOf, type NewField, type Row, type SnField } from './schema/field';
import { TABLE_ALIASES, TABLE_DEFINITIONS } from './schema/system-tables';
import { isSysId, numberedSysId, sysIdOf } from './sys-id';
import { Table } from './table';

/** Everything the instance knows. */
export class InstanceStore {
  readonly users = new Map<string, SnUser>();
  readonly oauthClients = new Map<string, OAuthClient>();
  readonly #tables = new Map(TABLE_DEFINITIONS.map((each) => [each.name, new Table(each)]));
  readonly #choices = new Map<string, Row>();
  readonly #groups = new Map<string, SnGroup>();
  #nextRow = 1;
  #nextNumber = 10_001;

  /** @param clock - the instance's own */
  constructor(readonly clock: SandboxClock) {
    for (const choice of DEFAULT_CHOICES) this.addChoice(choice);
    for (const { fields } of TABLE_DEFINITIONS) {
      // What incidents share with other tasks stands in the dictionary of tasks.
      for (const each of fields) this.#describe(each);
    }
  }

  readonly findTable = (name: string): Table | null =>
    this.#tables.get(TABLE_ALIASES[name] ?? name) ?? null;

  table(name: string): Table {
    const table = this.findTable(name);
    if (table === null) throw new Error(`The instance has no table ${name}`);
    return table;
  }

  get incidents(): Table {
    return this.table('incident');
  }

  /** Adds the row, whose sys_id comes from the count of such rows. */
  append(table: string, row: Row): Row {
    this.#nextRow += 1;
    row['sys_id'] = numberedSysId(table, this.#nextRow);
    return this.table(table).add(row);
  }

  addUser(user: NewSnUser): SnUser {
    if (this.users.has(user.userName)) throw new Error(`userName: ${user.userName} is taken`);
    const added: SnUser = {
      sysId: sysIdOf('sys_user', user.userName),
      password: null,
      roles: [],
      isIntegration: false,
      ...user,
    };
    this.users.set(added.userName, added);
    this.table('sys_user').add({
      ...this.#changes(),
      sys_id: added.sysId,
      user_name: added.userName,
      name: added.name,
      active: 'true',
      locked_out: 'false',
      internal_integration_user: String(added.isIntegration),
      web_service_access_only: String(added.isIntegration),
    });
    return added;
  }

  addGroup(group: NewSnGroup): SnGroup {
    if (this.#groups.has(group.name))
      throw new Error(`name: the group ${group.name} exists already`);
    const added = { sysId: sysIdOf('sys_user_group', group.name), ...group };
    this.#groups.set(added.name, added);
    this.table('sys_user_group').add({
      ...this.#changes(),
      sys_id: added.sysId,
      name: added.name,
      active: 'true',
    });
    return added;
  }

  findGroup(name: string): SnGroup | null {
    return this.#groups.get(name) ?? null;
  }

  /** A value that is known already gets the label. */
  addChoice({ table, element, value, label }: NewChoice): void {
    const key = `${element}/${value}`;
    const known = this.#choices.get(key);
    if (known !== undefined) return this.table('sys_choice').change(known, { label });
    const row = {
      ...this.#changes(),
      sys_id: sysIdOf('sys_choice', table, element, value),
      name: table,
      element,
      value,
      label,
      language: 'en',
      sequence: String(this.#choices.size),
      inactive: 'false',
    };
    this.#choices.set(key, this.table('sys_choice').add(row));
  }

  /** Label of a value; null for one that is no choice. `incident_state` has those of `state`. */
  choiceLabel(element: string, value: string): string | null {
    const named = element === 'incident_state' ? 'state' : element;
    return this.#choices.get(`${named}/${value}`)?.['label'] ?? null;
  }

  /** Value of a label; null when no choice has it. */
  choiceValue(element: string, label: string): string | null {
    for (const row of this.#choices.values()) {
      if (row['element'] === element && row['label'] === label) return row['value'] ?? null;
    }
    return null;
  }

  addField({ name, type = 'string', reference = null, label = labelOf(name) }: NewField): void {
    const added: SnField = { name, type, reference, label, definedOn: 'incident' };
    this.incidents.fields.set(name, added);
    this.#describe(added);
  }

  addContractSla(name: string, target: string, durationText: string): Row {
    const known = this.table('contract_sla').withValue('name', name)?.[0];
    if (known !== undefined) return known;
    return this.table('contract_sla').add({
      ...this.#changes(),
      sys_id: sysIdOf('contract_sla', name),
      name,
      type: 'SLA',
      target,
      duration: durationText,
      collection: 'incident',
      sys_class_name: 'contract_sla',
      active: 'true',
    });
  }

  setProperty(name: string, value: string): void {
    const known = this.table('sys_properties').withValue('name', name)?.[0];
    if (known !== undefined) return this.table('sys_properties').change(known, { value });
    this.table('sys_properties').add({
      ...this.#changes(),
      sys_id: sysIdOf('sys_properties', name),
      name,
      value,
      type: 'boolean',
    });
  }

  /** The next number of an incident that is free. */
  nextNumber(): string {
    for (;;) {
      const number = `INC${String(this.#nextNumber).padStart(7, '0')}`;
      this.#nextNumber += 1;
      if (this.findIncident(number) === null) return number;
    }
  }

  findIncident(sysIdOrNumber: string): Row | null {
    if (isSysId(sysIdOrNumber)) return this.incidents.find(sysIdOrNumber);
    return this.incidents.withValue('number', sysIdOrNumber)?.[0] ?? null;
  }

  /** sys_id of a row that is named so, or has that id; null when there is none. */
  resolveReference(table: string, value: string): string | null {
    const leadsTo = this.findTable(table);
    // Tables that are not kept here lead anywhere.
    if (leadsTo === null) return value;
    if (leadsTo.find(value) !== null) return value;
    const byName = leadsTo.withValue(leadsTo.display, value)?.[0];
    const byUserName =
      leadsTo.name === 'sys_user' ? leadsTo.withValue('user_name', value)?.[0] : undefined;
    return (byUserName ?? byName)?.['sys_id'] ?? null;
  }

  #describe({ name, type, reference, label, definedOn }: SnField): void {
    const dictionary = this.table('sys_dictionary');
    const sysId = sysIdOf('sys_dictionary', definedOn, name);
    if (dictionary.find(sysId) !== null) return;
    dictionary.add({
      ...this.#changes(),
      sys_id: sysId,
      name: definedOn,
      element: name,
      column_label: label,
      internal_type: type,
      max_length: type === 'string' ? '255' : type === 'reference' || type === 'GUID' ? '32' : '40',
      active: 'true',
      audit: 'false',
      mandatory: 'false',
      read_only: 'false',
      ...(reference === null ? {} : { reference }),
    });
  }

  /** The fields that each row has, for rows of the set-up. */
  #changes(): Row {
    const time = toInstanceTime(this.clock.now());
    return {
      sys_created_on: time,
      sys_updated_on: time,
      sys_created_by: 'system',
      sys_updated_by: 'system',
      sys_mod_count: '0',
    };
  }
}
