import type { ServiceNowInstance } from '../servicenow/instance';

/** Numbers of the states that the log's desk has; those of the product keep theirs. */
const STATES: Readonly<Record<string, string>> = {
  New: '1',
  Active: '2',
  'Awaiting Problem': '3',
  'Awaiting User Info': '4',
  'Awaiting Evidence': '5',
  Resolved: '6',
  Closed: '7',
  Canceled: '8',
  'Awaiting Vendor': '9',
};
const FIRST_UNKNOWN_STATE = 100;

/** Words of a log as the values that an instance keeps; their labels are the log's words. */
export class LogChoices {
  readonly #instance: ServiceNowInstance;
  readonly #values = new Map<string, string>();
  #nextState = FIRST_UNKNOWN_STATE;

  constructor(instance: ServiceNowInstance) {
    this.#instance = instance;
    for (const [label, value] of Object.entries(STATES)) this.#add('state', value, label);
  }

  /** An empty word stays empty. */
  state(label: string): string {
    return this.#valueOf('state', label, () => {
      this.#nextState += 1;
      return String(this.#nextState - 1);
    });
  }

  /** `3 - Moderate` → `3`. */
  priority(label: string): string {
    return this.#valueOf('priority', label, () => /^([1-5]) - /.exec(label)?.[1] ?? label);
  }

  category(label: string): string {
    return this.#valueOf('category', label, () => label);
  }

  #valueOf(element: string, label: string, choose: () => string): string {
    if (label === '') return '';
    return this.#values.get(`${element}/${label}`) ?? this.#add(element, choose(), label);
  }

  #add(element: string, value: string, label: string): string {
    this.#instance.addChoice(element, value, label);
    this.#values.set(`${element}/${label}`, value);
    return value;
  }
}
