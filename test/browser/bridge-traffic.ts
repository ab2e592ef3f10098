import type { Page, Route } from 'playwright-core';

const INVOKE = '**/api/bridge/invoke';

/** Keeps what panels ask of the app waiting, until it is let go. */
export async function holdBridge(page: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(INVOKE, async (route: Route) => {
    await gate;
    await route.continue();
  });
  return letGo;
}

/** Cuts the panels off from the app, until it is mended. */
export async function cutBridge(page: Page): Promise<() => Promise<void>> {
  await page.route(INVOKE, (route: Route) => route.fulfill({ status: 500, body: '{}' }));
  return () => page.unroute(INVOKE);
}

/** Has the app asked as somebody else than the person at the screen: whose rights went meanwhile. */
export async function askAs(page: Page, accountId: string): Promise<void> {
  await page.route(INVOKE, (route: Route) =>
    route.continue({ headers: { ...route.request().headers(), 'x-account-id': accountId } }),
  );
}
