import type { Page } from 'playwright-core';

const CALLS = '**/api/bridge/invoke';

/** Puts a panel's calls of one resolver into trouble until it is told to let go; the app stays real. */
export interface Trouble {
  readonly end: () => Promise<void>;
}

const keyOf = (body: unknown): unknown => (body as { readonly key?: unknown } | null)?.key;

/** The calls fail on their way, as when the connection drops. */
export async function failCalls(page: Page, key: string): Promise<Trouble> {
  await page.route(CALLS, (route) =>
    keyOf(route.request().postDataJSON()) === key
      ? route.fulfill({ status: 500, json: { error: 'provoked' } })
      : route.fallback(),
  );
  return { end: () => page.unroute(CALLS) };
}

/** The calls wait until the trouble ends, then go through. */
export async function holdCalls(page: Page, key: string): Promise<Trouble> {
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(CALLS, async (route) => {
    if (keyOf(route.request().postDataJSON()) === key) await gate;
    await route.fallback();
  });
  return {
    end: async () => {
      letGo();
      await page.unroute(CALLS, undefined);
    },
  };
}
