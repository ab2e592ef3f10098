import type { SandboxClock } from '../../clock';
import type { Chance } from '../../demo/chance';
import type { Invoker } from '../app/invoker';
import { SITE } from '../app/site';
import type { Manifest, ScheduledTriggerModule } from '../manifest-schema';
import type { Timetable } from '../timetable';

import type { DeliveryOptions } from './delivery';

const MINUTE_MS = 60_000;
const INTERVAL_MS = {
  fiveMinute: 5 * MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 24 * 60 * MINUTE_MS,
  week: 7 * 24 * 60 * MINUTE_MS,
} as const;
const FIRST_RUN_MS = 5 * MINUTE_MS;
const MAX_TRIGGERS = 5;

export interface SchedulesOptions {
  readonly manifest: Manifest;
  readonly invoker: Invoker;
  readonly timetable: Timetable;
  readonly clock: SandboxClock;
  readonly chance: Chance;
  readonly delivery: DeliveryOptions;
}

/** Runs scheduled triggers: some five minutes after the installation, then at each interval. */
export class Schedules {
  readonly #options: SchedulesOptions;

  constructor(options: SchedulesOptions) {
    this.#options = options;
    const triggers = options.manifest.modules.scheduledTrigger;
    const shortest = triggers.filter(({ interval }) => interval === 'fiveMinute').length;
    if (triggers.length > MAX_TRIGGERS || shortest > 1) {
      throw new Error(
        `manifest.yml has ${triggers.length} scheduled triggers, ${shortest} of them every five minutes: at most ${MAX_TRIGGERS} and 1 are allowed`,
      );
    }
  }

  start(): void {
    const { manifest, clock, chance } = this.#options;
    for (const trigger of manifest.modules.scheduledTrigger) {
      // Installations are spread, so that not all run at once.
      const offsetMs = Math.round(chance.between(0, MINUTE_MS));
      this.#plan(trigger, clock.now() + FIRST_RUN_MS + offsetMs);
    }
  }

  /** Runs a scheduled trigger now, besides its schedule. */
  async fire(moduleKey: string): Promise<void> {
    const trigger = this.#options.manifest.modules.scheduledTrigger.find(
      ({ key }) => key === moduleKey,
    );
    if (trigger === undefined) {
      throw new Error(`manifest.yml has no scheduledTrigger '${moduleKey}': declare it`);
    }
    await this.#run(trigger);
  }

  #plan(trigger: ScheduledTriggerModule, atMs: number): void {
    const { timetable, chance, delivery } = this.#options;
    timetable.put({
      atMs,
      run: async () => {
        this.#plan(trigger, atMs + INTERVAL_MS[trigger.interval]);
        await this.#run(trigger);
        if (chance.happens(delivery.duplicateShare)) await this.#run(trigger);
      },
    });
  }

  /** What fails is not run again before its time. */
  async #run(trigger: ScheduledTriggerModule): Promise<void> {
    await this.#options.invoker
      .invoke({
        kind: 'schedule',
        functionKey: trigger.function,
        moduleKey: trigger.key,
        moduleType: 'core:scheduledTrigger',
        accountId: null,
        request: {
          context: { cloudId: SITE.cloudId, moduleKey: trigger.key },
          contextToken: 'sandbox-context-token',
        },
        context: { installContext: SITE.installContext },
        origin: null,
      })
      // Recorded and logged by the invoker.
      .catch(() => undefined);
  }
}
