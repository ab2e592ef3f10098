import type { Frame, Page } from 'playwright-core';

import type { OpenPage, Visit } from '../../sandbox/browser/open-page';
import { panelFrame, runIn, waitIn } from '../../sandbox/browser/panel-frame';
import { AGENT, CUSTOMER, OTHER_AGENT, PROJECT_ADMIN, SITE_ADMIN } from '../support/app-world';
import { describeOnDesk } from './describe-on-desk';
import { openDesk } from './desk-world';

jest.setTimeout(60_000);

const REPORT = 'AI outcomes report';
const SETTINGS = '#/IT/settings/apps/project-settings';
const ADMINISTRATION = '#/admin/apps/admin-page';

/** Where a panel's history says it is, and what it has told its listeners. */
interface Place {
  readonly at: string;
  readonly told: readonly string[];
}

/** What the browser says of a search that Jira does not run. */
const REFUSED: unknown = expect.stringContaining('status of 400');

describeOnDesk('pages of the app in the site', openDesk, (here) => {
  const visit = (where: Partial<Visit> & Pick<Visit, 'hash'>): Promise<OpenPage> =>
    here.visit({ accountId: AGENT, ...where });
  const hashOf = (page: Page): string => new URL(page.url()).hash;

  describe('the history of a panel', () => {
    const openReport = async (path = ''): Promise<{ page: Page; frame: Frame }> => {
      const { page } = await visit({ hash: `#/IT/apps/project-page${path}` });
      const frame = await panelFrame(page, REPORT);
      await runIn(
        frame,
        `globalThis.__bridge.callBridge('createHistory').then((history) => {
          globalThis.told = [];
          globalThis.panelHistory = history;
          history.listen((location) => { history.location = location; });
          history.listen((to, action) => {
            globalThis.told.push(action + ' ' + to.pathname + to.search + to.hash + ' ' + JSON.stringify(to.state ?? null));
          });
        })`,
      );
      return { page, frame };
    };
    const place = (frame: Frame): Promise<Place> =>
      runIn<Place>(
        frame,
        `(() => {
          const { pathname, search, hash } = globalThis.panelHistory.location;
          return { at: pathname + search + hash, told: globalThis.told };
        })()`,
      );
    /** Waits for what the page tells of the browser's own buttons. */
    const arrival = async (frame: Frame, at: string): Promise<Place> => {
      await waitIn(
        frame,
        `panelHistory.location.pathname + panelHistory.location.search === ${JSON.stringify(at)}`,
      );
      return place(frame);
    };

    it('starts where the address says', async () => {
      const { frame } = await openReport('/trends?by=week#end');
      expect(await place(frame)).toEqual({ at: '/trends?by=week#end', told: [] });
    });

    it('writes to the address, at once for the panel, and keeps the frame', async () => {
      const { page, frame } = await openReport();
      expect((await place(frame)).at).toBe('/');
      await runIn(frame, `globalThis.panelHistory.push('/trends?by=week', { from: 'overview' })`);
      expect(await place(frame)).toEqual({
        at: '/trends?by=week',
        told: ['PUSH /trends?by=week {"from":"overview"}'],
      });
      await page.waitForFunction(`location.hash === '#/IT/apps/project-page/trends?by=week'`);
      await runIn(frame, `globalThis.panelHistory.push({ search: 'by=day' })`);
      await runIn(frame, `globalThis.panelHistory.replace('breakdown')`);
      expect((await place(frame)).at).toBe('/breakdown');
      await page.waitForFunction(`location.hash === '#/IT/apps/project-page/breakdown'`);
      expect(page.frames().filter((each) => each.url().includes('project-page.html'))).toHaveLength(
        1,
      );
      await page.getByRole('link', { name: REPORT }).and(page.locator('[aria-current]')).waitFor();
    });

    it("follows the browser's Back and Forward, with the state of each entry", async () => {
      const { page, frame } = await openReport();
      await runIn(frame, `globalThis.panelHistory.push('/trends', { day: 1 })`);
      await runIn(frame, `globalThis.panelHistory.push('/breakdown', { day: 2 })`);
      await page.waitForFunction(`location.hash.endsWith('/breakdown')`);
      await page.goBack();
      expect((await arrival(frame, '/trends')).told.at(-1)).toBe('POP /trends {"day":1}');
      await page.goBack();
      expect((await arrival(frame, '/')).told.at(-1)).toBe('POP / null');
      await page.goForward();
      expect((await arrival(frame, '/trends')).told.at(-1)).toBe('POP /trends {"day":1}');
      await runIn(frame, `globalThis.panelHistory.goForward()`);
      expect((await arrival(frame, '/breakdown')).told.at(-1)).toBe('POP /breakdown {"day":2}');
      await runIn(frame, `globalThis.panelHistory.go(-2)`);
      await arrival(frame, '/');
    });

    it('leaves the panel by Back, and finds its place again by Forward', async () => {
      const { page, frame } = await openReport('/trends');
      await runIn(frame, `globalThis.panelHistory.push('/breakdown')`);
      await page.waitForFunction(`location.hash.endsWith('/breakdown')`);
      await page.getByRole('link', { name: 'Dashboard' }).click();
      await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
      await page.goBack();
      await panelFrame(page, REPORT);
      expect(hashOf(page)).toBe('#/IT/apps/project-page/breakdown');
      await page.reload();
      await panelFrame(page, REPORT);
      expect(hashOf(page)).toBe('#/IT/apps/project-page/breakdown');
    });

    it('goes to the start of the panel by the link of the page', async () => {
      const { page, frame } = await openReport('/trends');
      await page.getByRole('link', { name: REPORT }).click();
      expect((await arrival(frame, '/')).told).toEqual(['POP / null']);
    });

    it('gives addresses for links to other places of the panel', async () => {
      const { frame } = await openReport('/trends');
      const href = await runIn<string>(
        frame,
        `globalThis.panelHistory.createHref({ pathname: '/breakdown', search: '?outcome=reversed' })`,
      );
      expect(href).toBe(`${here.desk.shell.url}/#/IT/apps/project-page/breakdown?outcome=reversed`);
    });

    it('is refused to a panel that shares its page', async () => {
      const { page } = await visit({ hash: `#/browse/${here.desk.tickets.held}` });
      const frame = await panelFrame(page, 'AI outcome');
      await expect(runIn(frame, `globalThis.__bridge.callBridge('createHistory')`)).rejects.toThrow(
        'createHistory: Jira gives none to a jira:issueContext',
      );
    });
  });

  describe('who may open them', () => {
    const shown = [AGENT, PROJECT_ADMIN, SITE_ADMIN];
    it.each([
      ['the report', '#/IT/apps/project-page', shown],
      ['the settings', SETTINGS, [PROJECT_ADMIN, SITE_ADMIN]],
      ['the administration', ADMINISTRATION, [SITE_ADMIN]],
    ])('%s: those to whom Jira offers it, and nobody else', async (_what, hash, allowed) => {
      for (const accountId of [AGENT, OTHER_AGENT, PROJECT_ADMIN, SITE_ADMIN, CUSTOMER]) {
        const { page } = await visit({ accountId, hash });
        const frame = page.locator('iframe');
        const refusal = page.getByRole('alert').getByText('no permission to see it');
        await frame.or(refusal).first().waitFor({ state: 'attached' });
        expect([accountId, await frame.count()]).toEqual([
          accountId,
          allowed.includes(accountId) ? 1 : 0,
        ]);
        const linked = await page.locator(`nav a[href="${hash}"]`).count();
        expect([accountId, linked]).toEqual([accountId, allowed.includes(accountId) ? 1 : 0]);
      }
    });

    it('takes a page away when the person at the screen changes', async () => {
      const { page } = await visit({ hash: SETTINGS, accountId: PROJECT_ADMIN });
      await panelFrame(page, 'AI outcomes');
      await page.getByLabel('Person at the screen').selectOption(AGENT);
      await page.getByRole('alert').getByText('no permission to see it').waitFor();
      expect(await page.locator('iframe').count()).toBe(0);
    });

    it('is no way round to name another kind of page', async () => {
      const { page } = await visit({
        hash: '#/IT/apps/project-settings',
        accountId: PROJECT_ADMIN,
      });
      await page.getByText('The app has no such page.').waitFor();
    });
  });

  describe('what they are told of their place', () => {
    const extensionIn = async (
      hash: string,
      accountId: string,
      title: string,
    ): Promise<Readonly<Record<string, unknown>>> => {
      const { page } = await visit({ hash, accountId });
      const frame = await panelFrame(page, title);
      return runIn(frame, `globalThis.__bridge.callBridge('getContext').then((c) => c.extension)`);
    };
    const project = {
      id: expect.stringMatching(/^\d+$/) as string,
      key: 'IT',
      type: 'service_desk',
    };

    it('the project, for pages of a project', async () => {
      expect(await extensionIn('#/IT/apps/project-page', AGENT, REPORT)).toEqual({
        type: 'jira:projectPage',
        project,
        location: `${here.desk.shell.url}/#/IT/apps/project-page`,
      });
    });

    it('the project, for its settings', async () => {
      expect(await extensionIn(SETTINGS, PROJECT_ADMIN, 'AI outcomes')).toEqual({
        type: 'jira:projectSettingsPage',
        project,
        location: `${here.desk.shell.url}/${SETTINGS}`,
      });
    });

    it('no project, for the administration', async () => {
      expect(await extensionIn(ADMINISTRATION, SITE_ADMIN, 'Firstline')).toEqual({
        type: 'jira:adminPage',
        location: `${here.desk.shell.url}/${ADMINISTRATION}`,
      });
    });
  });

  describe('the ways out of a panel', () => {
    const openPanel = async (): Promise<{ page: Page; frame: Frame }> => {
      const { page } = await visit({ hash: '#/IT/ai-outcomes' });
      return { page, frame: await panelFrame(page, 'AI outcomes') };
    };
    const call = (command: string, data: unknown): string =>
      `globalThis.__bridge.callBridge('${command}', ${JSON.stringify(data)})`;
    it.each([
      ['an issue', { url: '/browse/IT-1' }, '#/browse/IT-1'],
      ['an issue by its key', { target: 'issue', issueKey: 'IT-1' }, '#/browse/IT-1'],
      [
        'the issues of a JQL',
        { url: '/issues/?jql=project%20%3D%20IT' },
        '#/issues?jql=project%20%3D%20IT',
      ],
      [
        'a page of the app on the same project',
        { target: 'module', moduleKey: 'project-page', path: '/trends?by=week' },
        '#/IT/apps/project-page/trends?by=week',
      ],
      [
        'a page of the app on another project',
        { target: 'module', moduleKey: 'project-page', projectKey: 'HR' },
        '#/HR/apps/project-page',
      ],
    ])('leads to %s', async (_what, target, hash) => {
      const { page, frame } = await openPanel();
      // The panel is gone before it could hear the answer.
      await runIn(frame, `void ${call('navigate', { ...target, type: 'same-tab' })}`);
      await page.waitForFunction(`location.hash === ${JSON.stringify(hash)}`);
    });

    it('says the address of a page of the app', async () => {
      const { frame } = await openPanel();
      const answer = runIn(frame, call('getUrl', { target: 'module', moduleKey: 'project-page' }));
      expect(await answer).toBe(`${here.desk.shell.url}/#/IT/apps/project-page`);
    });

    it.each([
      ['/browse/IT-1', '/#/browse/IT-1'],
      ['/issues/?jql=project%20%3D%20IT', '/#/issues?jql=project%20%3D%20IT'],
    ])("takes Jira's own address %s", async (path, target) => {
      const { page } = await visit({ hash: '' });
      await page.goto(`${here.desk.shell.url}${path}`);
      expect(page.url()).toBe(`${here.desk.shell.url}${target}`);
    });
  });

  describe('the search of issues', () => {
    it('finds what the JQL asks for, and leads to the issue', async () => {
      const { page } = await visit({ hash: '#/issues' });
      await page.getByLabel('JQL').fill(`project = IT AND key = ${here.desk.tickets.held}`);
      await page.keyboard.press('Enter');
      await page.getByText('1–1 of 1').waitFor();
      await page.getByRole('link', { name: here.desk.tickets.held, exact: true }).click();
      await page.getByRole('heading', { name: 'VPN drops on the train' }).waitFor();
    });

    it("searches the app's outcome, too", async () => {
      const { page } = await visit({
        hash: `#/issues?jql=${encodeURIComponent('aiOutcome = escalated')}`,
      });
      await page.getByText('1–1 of 1').waitFor();
      await page.getByRole('link', { name: here.desk.tickets.escalated, exact: true }).waitFor();
    });

    it("says in Jira's words what is wrong with a JQL", async () => {
      const { page } = await visit({ hash: `#/issues?jql=${encodeURIComponent('colour = red')}` });
      await page.getByRole('alert').getByText("Field 'colour' does not exist").waitFor();
      expect(await here.leave()).toEqual([REFUSED]);
    });

    it('shows nobody what they may not see', async () => {
      const { page } = await visit({
        hash: `#/issues?jql=${encodeURIComponent('id in (IT-1, IT-2)')}`,
        accountId: OTHER_AGENT,
      });
      await page.getByText('No issue matches this search.').or(page.getByRole('alert')).waitFor();
      expect(await page.getByRole('main').textContent()).not.toMatch(/VPN/);
      expect(await here.leave()).toEqual([REFUSED]);
    });
  });
});
