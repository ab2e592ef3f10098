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
  /** By what called the functions, e.g. `webTrigger`; invocations that have ended. */
  readonly kinds: Readonly<Record<string, Usage>>;
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
  readonly #kinds = new Map<string, Usage>();
  #last: InvocationFigures | null = null;

  /** @param kind - what calls the function, e.g. `webTrigger` */
  begin(functionKey: string, kind: string): InvocationMeter {
    let own = NO_USAGE;
    const add = (more: Usage) => {
      own = addUsage(own, more);
      addTo(this.#functions, functionKey, more);
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
        addTo(this.#kinds, kind, own);
        this.#last = { ...own, functionKey, durationMs };
      },
    };
  }

  snapshot(): MeterSnapshot {
    return {
      total: sumUsage(this.#functions.values()),
      functions: Object.fromEntries(this.#functions),
      kinds: Object.fromEntries(this.#kinds),
    };
  }

  /** What was used since the snapshot; functions that used nothing are left out. */
  since(before: MeterSnapshot): MeterSnapshot {
    const now = this.snapshot();
    return {
      total: subtractUsage(now.total, before.total),
      functions: grown(now.functions, before.functions),
      kinds: grown(now.kinds, before.kinds),
    };
  }

  /** Figures of the invocation that ended last; null before the first. */
  lastInvocation(): InvocationFigures | null {
    return this.#last;
  }
}

function addTo(usages: Map<string, Usage>, key: string, more: Usage): void {
  usages.set(key, addUsage(usages.get(key) ?? NO_USAGE, more));
}

/** What came since, where anything did. */
function grown(
  now: Readonly<Record<string, Usage>>,
  before: Readonly<Record<string, Usage>>,
): Readonly<Record<string, Usage>> {
  return Object.fromEntries(
    Object.entries(now)
      .map(([key, usage]) => [key, subtractUsage(usage, before[key] ?? NO_USAGE)] as const)
      .filter(([, usage]) =>
        Object.values(usage).some((value) => typeof value === 'number' && value !== 0),
      ),
  );
}
