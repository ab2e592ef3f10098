import { addUsage, NO_USAGE, subtractUsage, sumUsage, type Usage, type UsageCount } from './usage';

/** The figures of one finished invocation. */
export interface InvocationFigures extends Usage {
  /** Key of the function in the manifest. */
  readonly functionKey: string;
  /** Real duration. */
  readonly durationMs: number;
}

export interface MeterSnapshot {
  readonly total: Usage;
  /** By key of the function in the manifest. */
  readonly functions: Readonly<Record<string, Usage>>;
}

/** What one running invocation uses; it counts for the function at once, not at its end. */
export interface InvocationMeter {
  count(name: UsageCount, amount?: number): void;
  /** @param endpoint - template, e.g. `GET /rest/api/3/issue/{key}` */
  rest(endpoint: string, points: number): void;
  /** @param memoryMb - memory of the function, which the duration is billed with */
  end(result: {
    readonly failed: boolean;
    readonly durationMs: number;
    readonly memoryMb: number;
  }): void;
}

/** What running the app costs, per function and in total. */
export class Meter {
  readonly #functions = new Map<string, Usage>();
  #last: InvocationFigures | null = null;

  begin(functionKey: string): InvocationMeter {
    let own = NO_USAGE;
    const add = (more: Usage) => {
      own = addUsage(own, more);
      this.#functions.set(
        functionKey,
        addUsage(this.#functions.get(functionKey) ?? NO_USAGE, more),
      );
    };
    return {
      count: (name, amount = 1) => {
        add({ ...NO_USAGE, [name]: amount });
      },
      rest: (endpoint, points) => {
        add({ ...NO_USAGE, rest: { [endpoint]: { requests: 1, points } } });
      },
      end: ({ failed, durationMs, memoryMb }) => {
        add({
          ...NO_USAGE,
          invocations: 1,
          failures: failed ? 1 : 0,
          gbSeconds: (durationMs / 1_000) * (memoryMb / 1_024),
        });
        this.#last = { ...own, functionKey, durationMs };
      },
    };
  }

  snapshot(): MeterSnapshot {
    return {
      total: sumUsage(this.#functions.values()),
      functions: Object.fromEntries(this.#functions),
    };
  }

  /** What was used since the snapshot; functions that used nothing are left out. */
  since(before: MeterSnapshot): MeterSnapshot {
    const now = this.snapshot();
    const functions = Object.entries(now.functions)
      .map(
        ([key, usage]) => [key, subtractUsage(usage, before.functions[key] ?? NO_USAGE)] as const,
      )
      .filter(([, usage]) =>
        Object.values(usage).some((value) => typeof value === 'number' && value !== 0),
      );
    return {
      total: subtractUsage(now.total, before.total),
      functions: Object.fromEntries(functions),
    };
  }

  /** Figures of the invocation that ended last; null before the first. */
  lastInvocation(): InvocationFigures | null {
    return this.#last;
  }
}
