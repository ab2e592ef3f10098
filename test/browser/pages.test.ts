import type { OpenPage, Visit } from '../../sandbox/browser/open-page';
import { AGENT, CUSTOMER, OTHER_AGENT } from '../support/app-world';
import { axeProblems } from './axe';
import { commentOnTicket, HOSTILE_DOCUMENT, RICH_DOCUMENT } from './comment-documents';
import { describeOnDesk } from './describe-on-desk';
import { openDesk } from './desk-world';
import { overflowOf, styleOf, themeOf } from './measure';

jest.setTimeout(60_000);

const QUEUE_PAGE = 'AI outcomes';
const TICKET_PANEL = 'AI outcome';
const GADGET = 'AI service-desk KPI';

describeOnDesk('the site in a browser', openDesk, (here) => {
  const visit = (where: Partial<Visit> & Pick<Visit, 'hash'>): Promise<OpenPage> =>
    here.visit({ accountId: AGENT, ...where });

  it("shows the app's outcome as a column of the queue", async () => {
    const { page } = await visit({ hash: '#/IT/queues' });
    await page.getByRole('link', { name: 'Resolved' }).click();
    await page.getByRole('columnheader', { name: 'AI outcome' }).waitFor();
    const outcomeOf = (key: string) =>
      page.getByRole('row').filter({ hasText: key }).locator('.cell-outcome').textContent();
    expect(await outcomeOf(here.desk.tickets.held)).toBe('AI-resolved');
    expect(await outcomeOf(here.desk.tickets.escalated)).toBe('Escalated');
    expect(await outcomeOf(here.desk.tickets.pending)).toBe('AI-resolved (pending)');
  });

  it.each(['light', 'dark'] as const)(
    'shows the KPIs that the app computed, through the bridge, in %s',
    async (colorMode) => {
      const { panel } = await visit({ hash: '#/IT/ai-outcomes', colorMode });
      const card = panel(QUEUE_PAGE).locator('[data-kpi="aiResolution"]');
      await card.waitFor();
      // Of three tickets that the AI handled and that are mature it resolved two.
      expect(await card.locator('.card-value').textContent()).toMatch(/^66\.7\s*%$|^67\s*%$/);
      expect(await card.textContent()).toContain('2 of 3 AI-handled tickets');
      const html = panel(QUEUE_PAGE).locator('html');
      expect(await html.getAttribute('data-color-mode')).toBe(colorMode);
      expect(await themeOf(panel(QUEUE_PAGE).locator('body'))).toBe(colorMode);
    },
  );

  it('speaks the language of the viewer, its numbers included', async () => {
    const { panel } = await visit({ hash: '#/IT/ai-outcomes', locale: 'de-DE' });
    const page = panel(QUEUE_PAGE);
    const card = page.locator('[data-kpi="aiResolution"]');
    await card.waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de-DE');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('IT · KI-Ergebnisse');
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Ergebnisse',
      'Braucht Aufmerksamkeit',
      'Verlauf',
      'Was aus den Tickets wurde',
      'Weitere Quoten',
    ]);
    expect(await card.getByRole('heading').textContent()).toContain('KI-Lösung');
    expect(await card.locator('.card-value').textContent()).toBe('67\u00a0%');
    expect(await card.textContent()).toContain('2 von 3 KI-bearbeiteten Tickets');
    expect(await page.locator('[data-kpi="mttr-human"] .card-value').textContent()).toMatch(
      /^\d+(,\d)?\u00a0(s|Min\.|Std\.)$/,
    );
    expect(await page.locator('body').textContent()).not.toMatch(/ticket(s)? |Computed|resolved/);
  });

  it('says in English that the app did not answer when its texts cannot be loaded', async () => {
    const { page, panel } = await visit({ hash: '#/IT/queues' });
    await page.route('**/__LOCALES__/**', (route) => route.fulfill({ status: 404 }));
    await page.getByRole('link', { name: QUEUE_PAGE, exact: true }).click();
    await panel(QUEUE_PAGE).getByRole('alert').getByText('The app did not answer').waitFor();
    await page.unroute('**/__LOCALES__/**');
    await panel(QUEUE_PAGE).getByRole('button', { name: 'Try again' }).click();
    await panel(QUEUE_PAGE).locator('[data-kpi="aiResolution"]').waitFor();
    expect(await here.leave()).toEqual(['exception: Failed to get i18n info config']);
  });

  it('passes a change of the theme on to the panel, text styles included', async () => {
    const { page, panel } = await visit({ hash: '#/IT/ai-outcomes' });
    const body = panel(QUEUE_PAGE).locator('body');
    await panel(QUEUE_PAGE).locator('[data-kpi="aiResolution"]').waitFor();
    const fontBefore = await styleOf(body, 'font');
    await page.getByRole('button', { name: 'Dark' }).click();
    await panel(QUEUE_PAGE).locator('html[data-color-mode="dark"]').waitFor();
    await page.waitForTimeout(300);
    expect(await themeOf(body)).toBe('dark');
    expect(await styleOf(body, 'font')).toBe(fontBefore);
  });

  it('gives a panel the height of its content, less again when it shrinks', async () => {
    const { page, panel } = await visit({ hash: '#/IT/ai-outcomes' });
    const frame = page.locator(`iframe[title="${QUEUE_PAGE}"]`);
    const heightPx = async (): Promise<number> => {
      await page.waitForTimeout(300);
      return (await frame.boundingBox())?.height ?? 0;
    };
    const card = panel(QUEUE_PAGE).locator('[data-kpi="aiResolution"]');
    await card.waitFor();
    const closedPx = await heightPx();
    expect((await overflowOf(panel(QUEUE_PAGE).locator('html'))).downPx).toBe(0);
    await card.getByRole('button', { name: /^What/ }).click();
    expect(await heightPx()).toBeGreaterThan(closedPx + 10);
    await card.getByRole('button', { name: /^What/ }).click();
    expect(Math.abs((await heightPx()) - closedPx)).toBeLessThan(2);
  });

  it('says in the ticket panel what became of the ticket', async () => {
    const { page, panel } = await visit({ hash: `#/browse/${here.desk.tickets.held}` });
    const sentence = panel(TICKET_PANEL).locator('.summary-sentence');
    await sentence.waitFor();
    expect((await sentence.textContent())?.length).toBeGreaterThan(20);
    expect(await panel(TICKET_PANEL).locator('.summary-outcome').textContent()).toContain(
      'AI-resolved',
    );
    // The raw tag, beside the panel.
    expect(await page.getByRole('region', { name: 'Tag' }).textContent()).toContain('ai-resolved');
    await page.getByRole('heading', { name: 'VPN drops on the train' }).waitFor();
  });

  it('takes a comment and a move to the app, and the panel follows', async () => {
    const key = here.desk.tickets.pending;
    const { page, panel } = await visit({ hash: `#/browse/${key}` });
    await panel(TICKET_PANEL).getByText('AI-resolved · pending').first().waitFor();
    await page.getByRole('button', { name: 'Internal note' }).click();
    await page.getByRole('textbox', { name: 'Internal note' }).fill('It is not solved.');
    await page.getByRole('button', { name: 'Add comment' }).click();
    const comments = page.getByRole('region', { name: 'Comments' });
    await comments.getByText('It is not solved.').waitFor();
    expect(await comments.getByText('Internal note').count()).toBe(1);
    await page.getByLabel('Status').selectOption('In Progress');
    await page.getByRole('button', { name: '+1 hour' }).click();
    await page.getByText('Playing…').waitFor({ state: 'detached' });
    await panel(TICKET_PANEL)
      .locator('.summary-outcome')
      .filter({ hasNotText: 'pending' })
      .waitFor({ timeout: 30_000 });
  });

  describe('a comment that is a document', () => {
    const openComment = async (document: object, colorMode: 'light' | 'dark' = 'light') => {
      const key = here.desk.tickets.escalated;
      await commentOnTicket(here.desk.site, key, document);
      const { page } = await visit({ hash: `#/browse/${key}`, colorMode });
      const comment = page.getByRole('region', { name: 'Comments' }).locator('.entry').last();
      await comment.locator('.adf').waitFor();
      return { page, comment };
    };

    it.each(['light', 'dark'] as const)(
      'is read with all its parts, and by everybody, in %s',
      async (colorMode) => {
        const { page, comment } = await openComment(RICH_DOCUMENT, colorMode);
        expect(await comment.getByText('Internal note').count()).toBe(1);
        await comment.getByRole('heading', { name: 'Why people take over' }).waitFor();
        expect(await comment.locator('.adf-panel-warning').textContent()).toContain('Too unsure');
        expect(await comment.getByRole('columnheader').allTextContents()).toEqual([
          'Step',
          'Result',
        ]);
        expect(await comment.getByRole('cell').allTextContents()).toEqual(['reset', 'Failed']);
        expect(await comment.getByRole('listitem').allTextContents()).toEqual(['First', 'Second']);
        expect(await comment.getByRole('link', { name: 'Trace' }).getAttribute('href')).toBe(
          'https://traces.example.com/1?a=1',
        );
        expect(await comment.locator('strong, em, code').allTextContents()).toEqual(
          expect.arrayContaining(['strong', 'slanted', 'typed']),
        );
        const block = comment.getByText('{"handOff":"h1"}');
        expect(await block.isVisible()).toBe(false);
        await comment.locator('summary').focus();
        await page.keyboard.press('Enter');
        expect(await block.isVisible()).toBe(true);
        expect(await axeProblems(page.mainFrame(), '.issue-main')).toEqual([]);
      },
    );

    it('cannot bring markup or another kind of address into the page', async () => {
      const { page, comment } = await openComment(HOSTILE_DOCUMENT);
      expect(await comment.locator('.adf').textContent()).toBe(
        '<img src=x onerror="globalThis.broken=1">Click',
      );
      expect(await comment.locator('img, a, script').count()).toBe(0);
      expect(await page.evaluate('globalThis.broken ?? null')).toBeNull();
    });

    it('fits a telephone', async () => {
      const { page } = await openComment(RICH_DOCUMENT);
      await page.setViewportSize({ width: 320, height: 700 });
      expect((await overflowOf(page.locator('html'))).sidewaysPx).toBe(0);
    });
  });

  it('tells of routing in the history', async () => {
    const key = here.desk.tickets.escalated;
    const { site } = here.desk;
    site.addGroup({ name: 'Network', members: [AGENT] });
    site.editFields({
      by: AGENT,
      issue: key,
      priority: 'Highest',
      labels: ['ai-handoff'],
      supportGroup: 'Network',
    });
    const { page } = await visit({ hash: `#/browse/${key}` });
    await page.getByRole('button', { name: /^Show history/ }).click();
    const history = page.getByRole('region', { name: 'History' });
    await history.getByText('Support group: none → Network').waitFor();
    await history.getByText('priority: Medium → Highest').waitFor();
    await history.getByText('labels: none → ai-handoff').waitFor();
    const details = await page.getByRole('region', { name: 'Details' }).textContent();
    expect(details).toContain('Network');
    expect(details).toContain('ai-handoff');
  });

  it('lets a gadget be added, set up, changed and removed', async () => {
    const { page, panel } = await visit({ hash: '#/dashboard' });
    await page.getByRole('button', { name: `Add “${GADGET}”` }).click();
    const gadget = panel(GADGET);
    await gadget.getByRole('checkbox', { name: 'First-contact resolution' }).uncheck();
    await gadget.getByRole('button', { name: 'Save' }).click();
    await gadget.locator('[data-kpi="aiResolution"]').getByText('2 of 3').waitFor();
    await page.reload();
    await gadget.locator('[data-kpi="aiResolution"]').getByText('2 of 3').waitFor();
    await page.getByRole('button', { name: 'Configure' }).click();
    await gadget.getByRole('checkbox', { name: 'Escalation' }).check();
    await gadget.getByRole('button', { name: 'Save' }).click();
    await gadget.locator('[data-kpi="escalation"]').getByText('1 of 3').waitFor();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No gadgets yet.').waitFor();
  });

  it.each([
    ['the page of the app', '#/IT/ai-outcomes'],
    ['a ticket', '#/browse/IT-1'],
    ['a queue', '#/IT/queues'],
  ])('hides %s from somebody without permission', async (_what, hash) => {
    const { page } = await visit({ hash, accountId: OTHER_AGENT });
    await page.getByRole('alert').getByText('no permission to see it').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    expect(await page.getByRole('main').textContent()).not.toMatch(/VPN|2 of 3/);
  });

  it('takes the numbers away when the person at the screen changes', async () => {
    const { page, panel } = await visit({ hash: '#/IT/ai-outcomes' });
    await panel(QUEUE_PAGE).locator('[data-kpi="aiResolution"]').waitFor();
    await page.getByLabel('Person at the screen').selectOption(CUSTOMER);
    await page.getByRole('alert').getByText('no permission to see it').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('has the app itself refuse a gadget whose desk the person may not see', async () => {
    await fetch(`${here.desk.shell.url}/api/dashboard`, {
      method: 'PUT',
      headers: { 'x-account-id': OTHER_AGENT, 'content-type': 'application/json' },
      body: JSON.stringify({
        gadgets: [
          {
            id: '1',
            moduleKey: 'kpi-gadget',
            configuration: { project: 'IT', kpi: 'aiResolution', periodDays: 30 },
          },
        ],
      }),
    });
    const { panel } = await visit({ hash: '#/dashboard', accountId: OTHER_AGENT });
    await panel(GADGET).getByText('This desk does not exist or you may not see it').waitFor();
    expect(await panel(GADGET).locator('body').textContent()).not.toMatch(/\d/);
  });

  it('shows what running the app costs', async () => {
    const { page } = await visit({ hash: '#/meter' });
    await page.getByRole('heading', { name: 'Meter' }).waitFor();
    await page
      .getByRole('rowheader', { name: 'ticket-event' })
      .or(page.getByRole('cell', { name: 'ticket-event' }))
      .first()
      .waitFor();
    await page.getByRole('rowheader', { name: 'Product events' }).waitFor();
    await page.getByRole('heading', { name: 'Web triggers and actions' }).waitFor();
    expect(await axeProblems(page.mainFrame(), '.meter')).toEqual([]);
    await page
      .getByText('GET /rest/api/3/', { exact: false })
      .or(page.getByText('POST /rest/api/3/'))
      .first()
      .waitFor();
  });

  it('can be used with the keyboard alone', async () => {
    const { page } = await visit({ hash: '#/IT/queues' });
    await page.getByRole('columnheader', { name: 'AI outcome' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('id')).toBe('main');
    const link = page.getByRole('link', { name: QUEUE_PAGE, exact: true });
    await link.focus();
    expect(await styleOf(link, 'outline-style')).not.toBe('none');
    await page.keyboard.press('Enter');
    await page.locator(`iframe[title="${QUEUE_PAGE}"]`).waitFor();
  });

  it('fits a telephone: nothing but tables scrolls sideways', async () => {
    const { page } = await visit({ hash: '#/IT/queues', widthPx: 390 });
    await page.getByRole('button', { name: 'Previous' }).waitFor();
    const sidewaysPx = async () => (await overflowOf(page.locator('html'))).sidewaysPx;
    expect(await sidewaysPx()).toBe(0);
    await page.goto(`${here.desk.shell.url}/#/browse/${here.desk.tickets.held}`);
    await page.getByRole('heading', { name: 'VPN drops on the train' }).waitFor();
    expect(await sidewaysPx()).toBe(0);
  });
});
