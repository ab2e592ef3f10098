import type { SandboxClock } from '../../clock';

import { MainDate } from './main-realm';

/**
 * A `Date` whose present is the clock's. Otherwise it is the real one: same prototype, so that
 * `instanceof` holds both ways.
 */
export function createDate(clock: SandboxClock): DateConstructor {
  const now = (): number => clock.now();
  const proxy: DateConstructor = new Proxy(MainDate, {
    construct: (target, args: readonly unknown[], newTarget) =>
      Reflect.construct(
        target,
        args.length > 0 ? args : [clock.now()],
        newTarget === proxy ? target : newTarget,
      ) as Date,
    apply: () => new MainDate(clock.now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });
  return proxy;
}
