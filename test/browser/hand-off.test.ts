import { axeProblems } from './axe';
import { describeOnDesk } from './describe-on-desk';
import { serve } from './desk-world';
import { panelVisits } from './panel-visits';
import { AGENT, MINUTE } from '../support/app-world';
import {
  aHandOffWorld,
  anAttemptedTicket,
  pushHandOff,
  type HandOffWorld,
} from '../support/hand-off-world';

jest.setTimeout(60_000);

/** A desk with a ticket that was handed to people, and one of which Jira refuses to. */
async function openDesk() {
  const world: HandOffWorld = await aHandOffWorld();
  const startedAtMs = world.live.nowMs();
  const handedOff = await anAttemptedTicket(world);
  await pushHandOff(world, handedOff);
  await world.live.jumpMs(MINUTE);
  const waiting = await anAttemptedTicket(world);
  await pushHandOff(world, waiting);
  world.site.failNext(9, 503, {}, /^PUT .*\/issue\/\d+$/);
  await world.live.jumpMs(10 * MINUTE);
  const shell = await serve(world, startedAtMs);
  return {
    ...world,
    shell,
    tickets: { handedOff, waiting },
    async close() {
      await shell.close();
      await world.live.stop();
      world.crash.stop();
    },
  };
}

describeOnDesk('a hand-off', openDesk, (here) => {
  const ticket = panelVisits(here, { title: 'AI outcome', accountId: AGENT });
  const queue = panelVisits(here, { title: 'AI outcomes', accountId: AGENT });

  it.each([
    ['light', 1_600],
    ['dark', 320],
  ] as const)('is read in the ticket as a comment, in %s at %d px', async (colorMode, widthPx) => {
    const hash = `#/browse/${here.desk.tickets.handedOff}`;
    const { page } = await ticket.visit({ hash, colorMode, widthPx });
    const note = page.getByRole('region', { name: 'Comments' }).locator('.entry-internal');
    await note.getByText('Atlas hands this ticket to people').waitFor();
    expect(await page.locator('.entry-internal').count()).toBe(1);
    await note.getByText('62 % (threshold 80 %)').waitFor();
    await note.getByText('failed after 1.2 s').waitFor();
    const link = note.getByRole('link', { name: 'trace' });
    expect(await link.getAttribute('href')).toBe('https://traces.example.com/4bf92f35');
    const machines = note.getByText('For machines');
    await machines.focus();
    await page.keyboard.press('Enter');
    await note.getByText('"format":"firstline-hand-off"').waitFor();
    expect(await axeProblems(page.mainFrame(), 'main')).toEqual([]);
  });

  it.each([
    ['light', 320],
    ['dark', 1_600],
  ] as const)("is told in the ticket's panel, in %s at %d px", async (colorMode, widthPx) => {
    const hash = `#/browse/${here.desk.tickets.handedOff}`;
    await ticket.visit({ hash, colorMode, widthPx });
    const panel = await ticket.frame();
    expect(await panel.locator('.summary-outcome').textContent()).toBe('Escalated');
    expect(await panel.locator('.summary-hand-off').textContent()).toMatch(
      /^Handed to people on .*: the confidence was below the threshold\.$/,
    );
    await panel.getByText('Atlas handed it to people: the confidence was below').waitFor();
    expect(await ticket.problems()).toEqual([]);
  });

  it('says in the panel why it waits', async () => {
    await ticket.visit({ hash: `#/browse/${here.desk.tickets.waiting}`, widthPx: 320 });
    const panel = await ticket.frame();
    expect(await panel.locator('.summary-hand-off').textContent()).toMatch(
      /It waits: Jira is busy or does not answer\. The app tries again by itself\.$/,
    );
    expect(await ticket.problems()).toEqual([]);
  });

  it('puts the ticket on the list of those that need attention', async () => {
    await queue.visit({ hash: '#/IT/ai-outcomes' });
    const panel = await queue.frame();
    const section = panel.getByRole('region', { name: 'Needs attention' });
    await section.getByText(here.desk.tickets.handedOff).first().waitFor();
    await section.getByText('the confidence was below the threshold').first().waitFor();
    expect(await queue.problems()).toEqual([]);
  });
});
