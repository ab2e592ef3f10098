import { runInThisContext } from 'node:vm';

/** Node's own globals; inside a test runner `globalThis` can be another realm's. */
const mainRealm = runInThisContext('({ globalThis, Date, JSON })') as Pick<
  typeof globalThis,
  'Date' | 'JSON'
> & { readonly globalThis: typeof globalThis };

export const MainDate = mainRealm.Date;
export const mainGlobal: object = mainRealm.globalThis;

/** A JSON copy whose objects belong to the realm that the app runs in. */
export const copyForApp = (value: unknown): unknown =>
  value === undefined ? undefined : mainRealm.JSON.parse(JSON.stringify(value));
