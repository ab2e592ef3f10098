import type { Page, Route } from 'playwright-core';

const CALLS = '**/api/bridge/invoke';
/** No answer that the sandbox gives by itself: one of its own making is a complaint. */
export const PROVOKED = 503;

/** Something between panels and the app, which itself stays real. */
export interface Trouble {
  readonly end: () => Promise<void>;
}

/** Calls of one resolver fail on their way, as when the connection drops; without a key, all. */
export const failCalls = (page: Page, key?: string): Promise<Trouble> =>
  troubleFor(page, key, (route) =>
    route.fulfill({ status: PROVOKED, json: { error: 'provoked' } }),
  );

/** Calls of one resolver wait until the trouble ends, then go through; without a key, all. */
export async function holdCalls(page: Page, key?: string): Promise<Trouble> {
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { end } = await troubleFor(page, key, async (route) => {
    await gate;
    await route.fallback();
  });
  return {
    end: () => {
      letGo();
      return end();
    },
  };
}

/** Has the app asked as somebody else than the person at the screen: whose rights went meanwhile. */
export async function askAs(page: Page, accountId: string): Promise<void> {
  await page.route(CALLS, (route) =>
    route.continue({ headers: { ...route.request().headers(), 'x-account-id': accountId } }),
  );
}

async function troubleFor(
  page: Page,
  key: string | undefined,
  trouble: (route: Route) => Promise<void>,
): Promise<Trouble> {
  const meets = (route: Route): Promise<void> =>
    key === undefined || keyOf(route.request().postDataJSON()) === key
      ? trouble(route)
      : route.fallback();
  await page.route(CALLS, meets);
  return { end: () => page.unroute(CALLS, meets) };
}

const keyOf = (body: unknown): unknown => (body as { readonly key?: unknown } | null)?.key;
