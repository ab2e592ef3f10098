import type { Browser } from 'playwright-core';

import { openPage, type OpenPage, type Visit } from '../../sandbox/browser/open-page';
import { describeInChromium, launchChromium } from '../support/chromium';
import { PROVOKED } from './bridge-traffic';

/** A desk whose page is served. */
export interface ServedDesk {
  readonly shell: { readonly url: string };
  close(): Promise<void>;
}

/** A browser and a desk; both are there from the first test to the last. */
export interface OnDesk<D extends ServedDesk> {
  readonly browser: Browser;
  readonly desk: D;
  /** A fresh browser profile in which somebody opens the page, until the test has ended. */
  readonly visit: (visit: Visit) => Promise<OpenPage>;
  /** Closes what somebody opened when the test has ended. */
  readonly keep: <P extends OpenPage>(opening: Promise<P>) => Promise<P>;
  /** Ends the pages at once; what the browser complained of, but for answers that were provoked. */
  readonly leave: () => Promise<readonly string[]>;
}

/** Chromium tells of every failed answer; that it is given is what tests look at. */
const IS_ANSWER = new RegExp(
  `^console: Failed to load resource: .* status of (403|404|${PROVOKED})`,
);

/**
 * `describe` for tests in a browser on a desk of their own. A test fails when the browser complains:
 * of violated policies, too.
 */
export function describeOnDesk<D extends ServedDesk>(
  title: string,
  openDesk: () => Promise<D>,
  body: (here: OnDesk<D>) => void,
): void {
  describeInChromium(title, (executablePath) => {
    let there: { readonly browser: Browser; readonly desk: D } | null = null;
    let pages: OpenPage[] = [];
    const standing = () => {
      if (there === null) throw new Error('Browser and desk stand from the first test on');
      return there;
    };
    const keep = async <P extends OpenPage>(opening: Promise<P>): Promise<P> => {
      const page = await opening;
      pages.push(page);
      return page;
    };
    const leave = async (): Promise<readonly string[]> => {
      const left = pages;
      pages = [];
      for (const open of left) {
        if (!open.page.isClosed()) await open.page.unrouteAll({ behavior: 'ignoreErrors' });
        await open.close();
      }
      return left.flatMap(({ complaints }) => complaints).filter((text) => !IS_ANSWER.test(text));
    };

    beforeAll(async () => {
      const [browser, desk] = await Promise.all([launchChromium(executablePath), openDesk()]);
      there = { browser, desk };
    });
    afterAll(async () => {
      await there?.browser.close();
      await there?.desk.close();
    });
    afterEach(async () => {
      expect(await leave()).toEqual([]);
    });
    body({
      get browser() {
        return standing().browser;
      },
      get desk() {
        return standing().desk;
      },
      visit: (visit) => keep(openPage(standing().browser, standing().desk.shell.url, visit)),
      keep,
      leave,
    });
  });
}
