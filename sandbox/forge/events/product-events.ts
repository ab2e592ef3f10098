import type { SandboxClock } from '../../clock';
import type { Chance } from '../../demo/chance';
import type { Invoker } from '../app/invoker';
import type { LogLine } from '../app/log-line';
import { SITE } from '../app/site';
import type { EventFilter, Manifest, TriggerModule } from '../manifest-schema';
import type { ProductEvent } from '../product';
import type { Timetable } from '../timetable';

import { eventLagsMs, type DeliveryOptions } from './delivery';
import { evaluateFilter } from './expression';
import { ExpressionError } from './expression-parser';
import { readRetryRequest, type RetryRequest } from './retry-request';

const MAX_RETRIES = 4;

export interface ProductEventsOptions {
  readonly manifest: Manifest;
  readonly invoker: Invoker;
  readonly timetable: Timetable;
  readonly clock: SandboxClock;
  readonly chance: Chance;
  readonly delivery: DeliveryOptions;
  readonly onLog: (line: LogLine) => void;
}

type Payload = Readonly<Record<string, unknown>>;

/** Filters product events and brings them to the triggers, late and sometimes twice. */
export class ProductEvents {
  readonly #options: ProductEventsOptions;

  constructor(options: ProductEventsOptions) {
    this.#options = options;
  }

  /** Takes an event as it happens, and plans its deliveries. */
  accept(event: ProductEvent): void {
    const { clock, chance, delivery } = this.#options;
    const payload = this.#payloadOf(event);
    for (const trigger of this.#triggersFor(event.eventType)) {
      if (!this.#passes(trigger, event, payload)) continue;
      for (const lagMs of eventLagsMs(chance, delivery)) {
        this.#plan(trigger, payload, clock.now() + lagMs, null, 0);
      }
    }
  }

  /** Brings an event of the app's own life cycle, at once. */
  async deliverNow(event: ProductEvent): Promise<void> {
    const payload = this.#payloadOf(event);
    for (const trigger of this.#triggersFor(event.eventType)) {
      await this.#deliver(trigger, payload, null, 0);
    }
  }

  #payloadOf(event: ProductEvent): Payload {
    const { timestamp } = event.payload;
    return {
      ...event.payload,
      eventType: event.eventType,
      selfGenerated: event.causedByApp,
      timestamp:
        typeof timestamp === 'string' || typeof timestamp === 'number'
          ? String(timestamp)
          : String(this.#options.clock.now()),
      contextToken: 'sandbox-context-token',
    };
  }

  #triggersFor(eventType: string): readonly TriggerModule[] {
    return this.#options.manifest.modules.trigger.filter(({ events }) =>
      events.some((each) => (typeof each === 'string' ? each : each.eventType) === eventType),
    );
  }

  #passes(trigger: TriggerModule, event: ProductEvent, payload: Payload): boolean {
    const own = trigger.events
      .filter((each) => typeof each === 'object')
      .find(({ eventType }) => eventType === event.eventType)?.filter;
    const filters = [trigger.filter, own].filter((filter) => filter !== undefined);
    if (filters.some(({ ignoreSelf }) => ignoreSelf === true) && event.causedByApp) return false;
    return filters.every((filter) => this.#meetsExpression(trigger, filter, payload));
  }

  #meetsExpression(trigger: TriggerModule, filter: EventFilter, payload: Payload): boolean {
    if (filter.expression === undefined) return true;
    try {
      return evaluateFilter(filter.expression, { event: payload });
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      const onError = filter.onError ?? 'IGNORE_AND_LOG';
      if (onError.endsWith('_AND_LOG')) {
        this.#log(trigger, `Trigger '${trigger.key}': ${error.message}`);
      }
      return onError.startsWith('RECEIVE');
    }
  }

  #plan(
    trigger: TriggerModule,
    payload: Payload,
    atMs: number,
    retry: RetryRequest | null,
    retryCount: number,
  ): void {
    this.#options.timetable.put({
      atMs,
      run: () => this.#deliver(trigger, payload, retry, retryCount),
    });
  }

  /** A trigger that throws is not called again; one that asks for a retry is, up to four times. */
  async #deliver(
    trigger: TriggerModule,
    payload: Payload,
    retry: RetryRequest | null,
    retryCount: number,
  ): Promise<void> {
    const retryContext =
      retry === null
        ? {}
        : { retryContext: { retryCount, retryReason: retry.reason, retryData: retry.data } };
    const result = await this.#options.invoker
      .invoke({
        kind: 'trigger',
        functionKey: trigger.function,
        moduleKey: trigger.key,
        moduleType: 'core:trigger',
        accountId: null,
        request: { ...payload, ...retryContext },
        context: { installContext: SITE.installContext },
        origin: null,
      })
      // Recorded and logged by the invoker.
      .catch(() => undefined);
    const next = readRetryRequest(result);
    if (next === null) return;
    if (retryCount >= MAX_RETRIES) {
      this.#log(trigger, `Trigger '${trigger.key}' asked for more than ${MAX_RETRIES} retries`);
      return;
    }
    this.#plan(trigger, payload, this.#options.clock.now() + next.delayMs, next, retryCount + 1);
  }

  #log(trigger: TriggerModule, text: string): void {
    this.#options.onLog({
      atMs: this.#options.clock.now(),
      level: 'warn',
      source: 'platform',
      functionKey: trigger.function,
      text,
    });
  }
}
