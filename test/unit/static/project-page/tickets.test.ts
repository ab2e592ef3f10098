import { COHORTS } from '../../../../src/contract/catalogue';
import type { CohortName } from '../../../../src/contract';
import { cohortGroups, cohortWords } from '../../../../static/project-page/tickets/cohort-words';
import { ALL_DAYS, prepareListHeading } from '../../../../static/project-page/tickets/list-heading';
import { preparePager } from '../../../../static/project-page/tickets/prepare-pager';
import { prepareTicketRows } from '../../../../static/project-page/tickets/prepare-ticket-rows';
import { FORMATS, GERMAN, plain } from '../builders';
import { aList, anEpisodeRow } from './builders';

const names = Object.keys(COHORTS) as readonly CohortName[];

describe('the words of a list', () => {
  const heading = (list: Parameters<typeof aList>[0] = {}, clicked: number | null = null) =>
    prepareListHeading(aList(list), clicked, FORMATS);

  it('says what is listed', () => {
    expect(plain(heading().title)).toBe(
      'AI resolution: 53 tickets that the AI resolved and that held, decided 1 Feb–2 Mar 2026',
    );
  });

  it('names no days where none matter', () => {
    expect(heading({ cohort: 'open', total: 1 }).title).toBe('Open now: 1 ticket open now');
    expect(heading({ cohort: 'rate:reversal', total: 2, period: ALL_DAYS }).title).toBe(
      'Reversal: 2 tickets that the AI resolved and that came back',
    );
  });

  it('says why a list is longer or shorter than its number', () => {
    expect(heading({}, 53).difference).toBeNull();
    expect(heading({}, null).difference).toBeNull();
    expect(heading({ total: 51 }, 53).difference).toBe(
      '53 were counted, 51 are listed: 2 changed since the figures were computed 12 min ago.',
    );
  });

  it.each([FORMATS, GERMAN])('has words for every cohort there is', ({ t }) => {
    const sentences = names.map((cohort) => cohortWords(cohort, 2, t));
    expect(sentences.every((sentence) => sentence.startsWith('2 '))).toBe(true);
    const offered = cohortGroups(t).flatMap(({ cohorts }) => cohorts);
    expect(offered.map(({ value }) => value).sort()).toEqual([...names].sort());
    expect(new Set(offered.map(({ label }) => label)).size).toBeGreaterThan(names.length - 5);
  });
});

describe('the rows of a list', () => {
  const issues = new Map([['10007', { key: 'IT-7', summary: 'VPN drops', status: 'Resolved' }]]);
  const read = { status: 'read', issues } as const;

  it('shows what the viewer may see, and names the rest as hidden', () => {
    const rows = [anEpisodeRow(), anEpisodeRow({ issueId: '10008', episode: 1 })];
    const [seen, hidden] = prepareTicketRows(rows, read, FORMATS);
    expect(seen).toMatchObject({ sight: 'visible', issue: { key: 'IT-7' }, episode: null });
    expect(hidden).toMatchObject({ sight: 'hidden', issue: null, episode: 'episode 2' });
  });

  it('does not call a ticket hidden while, or because, Jira does not answer', () => {
    const sight = (status: 'loading' | 'failed') =>
      prepareTicketRows([anEpisodeRow()], { status, issues: new Map() }, FORMATS)[0]?.sight;
    expect(sight('loading')).toBe('loading');
    expect(sight('failed')).toBe('unread');
  });

  it("writes times on the viewer's clock, exact ones for hovering", () => {
    const [row] = prepareTicketRows(
      [anEpisodeRow({ resolvedAt: null, timeToResolveMs: null })],
      read,
      FORMATS,
    );
    expect(row?.openedAt.text).toBe('2 Mar, 10:00');
    expect(row?.openedAt.exact).toContain('10:00:00');
    expect(row?.resolvedAt).toEqual({ text: '–', exact: null });
    expect(row?.timeToResolve).toEqual({ text: '–', exact: null });
    expect(row?.confidence).toBe('93.4%');
  });

  it('marks what is decided and not mature', () => {
    const note = (some: Parameters<typeof anEpisodeRow>[0]) =>
      prepareTicketRows([anEpisodeRow(some)], read, FORMATS)[0]?.note;
    expect(note({ isMature: false })).toBe('not mature yet');
    expect(note({})).toBeNull();
    expect(note({ isMature: false, decidedAt: null, outcome: 'open' })).toBeNull();
  });
});

it('counts pages by their tickets', () => {
  const rows = Array.from({ length: 50 }, () => anEpisodeRow());
  expect(preparePager(aList({ offset: 50, rows, total: 311 }), 1, FORMATS)).toEqual({
    text: '51–100 of 311',
    previous: 0,
    next: 2,
  });
  expect(preparePager(aList({ offset: 0, rows, total: 50 }), 0, FORMATS)).toMatchObject({
    previous: null,
    next: null,
  });
});

it('leads back to the last page from behind the end', () => {
  const list = aList({ offset: 450, rows: [], total: 53 });
  expect(preparePager(list, 9, FORMATS)).toEqual({ text: '53–53 of 53', previous: 1, next: null });
});
