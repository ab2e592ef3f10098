import { BOT, CUSTOMER, HOUR, MINUTE, RULE, type AppWorld } from './app-world';

const DAY = 24 * HOUR;
/** Ids of the site's statuses. */
const WAITING_FOR_SUPPORT = '10001';
const WAITING_FOR_CUSTOMER = '10002';
const RESOLVED = '5';

type Act =
  | { readonly kind: 'comment'; readonly by: string; readonly after: number }
  | {
      readonly kind: 'status';
      readonly by: string;
      readonly after: number;
      readonly to: string;
      readonly resolution?: string;
    };

const comment = (by: string, after: number): Act => ({ kind: 'comment', by, after });
const resolve = (by: string, after: number, resolution = 'Done'): Act => ({
  kind: 'status',
  by,
  after,
  to: RESOLVED,
  resolution,
});
const move = (by: string, after: number, to: string): Act => ({ kind: 'status', by, after, to });

/** What becomes of a ticket: minutes after its opening, `n` for variety. */
const storiesOf = (agent: string, n: number): readonly (readonly Act[])[] => [
  [comment(BOT, 1), resolve(BOT, 2 + n)],
  [comment(BOT, 1), comment(agent, 30 + n), resolve(agent, 90 + 7 * n)],
  [comment(agent, 20 + n), resolve(agent, 200 + 11 * n)],
  // Comes back after a day.
  [
    comment(BOT, 1),
    resolve(BOT, 3 + n),
    move(CUSTOMER, 24 * 60 + n, WAITING_FOR_SUPPORT),
    comment(agent, 25 * 60 + n),
    resolve(agent, 26 * 60 + n),
  ],
  // The requester says nothing more.
  [comment(BOT, 1), move(BOT, 2, WAITING_FOR_CUSTOMER), resolve(RULE, 2_000 + n)],
  // A rule closes what nobody confirmed.
  [comment(BOT, 1), resolve(RULE, 500 + n)],
  [comment(BOT, 1), resolve(BOT, 5 + n, 'Duplicate')],
  // Answered once more before it is resolved: no first contact.
  [comment(BOT, 1), comment(CUSTOMER, 10 + n), comment(BOT, 11 + n), resolve(BOT, 12 + n)],
];
/** Nobody acts, or people have it and are not done. */
const openStoriesOf = (agent: string, n: number): readonly (readonly Act[])[] => [
  [],
  [comment(BOT, 1), comment(agent, 15 + n)],
];

interface PastTicket {
  readonly createdMs: number;
  readonly reporter: string;
  readonly requestType: string;
  readonly priority: string | null;
  readonly summary: string;
  readonly acts: readonly Act[];
}

/**
 * A past of so many days, two tickets a day, put in place without events: every outcome, tickets that
 * come back, contacts that repeat, some that are open still.
 */
export function importPast(
  { site, clock }: AppWorld,
  {
    project,
    agent,
    days,
  }: { readonly project: string; readonly agent: string; readonly days: number },
): void {
  const startMs = clock.now() - days * DAY;
  for (let n = 0; n < days * 2; n += 1) {
    const createdMs = startMs + n * 12 * HOUR + (n % 7) * MINUTE;
    const stories = storiesOf(agent, n % 13);
    const open = openStoriesOf(agent, n % 13);
    const acts = n % 19 === 0 ? open[n % 2] : stories[n % stories.length];
    const ticket: PastTicket = {
      createdMs,
      reporter: CUSTOMER,
      requestType: n % 3 === 0 ? 'Password' : 'VPN',
      priority: ['High', 'Medium', null][n % 3] ?? null,
      summary: `Matter${n} of its own${n}`,
      acts: acts ?? [],
    };
    put(site, project, ticket);
    // The same person with the same thing a day later: the first was no resolution.
    if (n % 23 === 0) put(site, project, { ...ticket, createdMs: createdMs + DAY });
  }
}

function put(site: AppWorld['site'], project: string, ticket: PastTicket): void {
  const at = (act: Act): number => ticket.createdMs + act.after * MINUTE;
  const statuses = ticket.acts.flatMap((act) => (act.kind === 'status' ? [act] : []));
  const last = statuses.at(-1);
  const lastAct = ticket.acts.at(-1);
  site.importIssue({
    project,
    requestType: ticket.requestType,
    issueType: 'Service Request',
    priority: ticket.priority,
    reporter: ticket.reporter,
    summary: ticket.summary,
    createdMs: ticket.createdMs,
    resolutionDateMs: last?.resolution === undefined ? null : at(last),
    status: last?.to ?? WAITING_FOR_SUPPORT,
    resolution: last?.resolution ?? null,
    comments: ticket.acts
      .filter(({ kind }) => kind === 'comment')
      .map((act) => ({ atMs: at(act), authorAccountId: act.by, isPublic: true })),
    histories: statuses.map((act) => ({
      atMs: at(act),
      authorAccountId: act.by,
      items: [
        ...(act.resolution === undefined
          ? []
          : [{ field: 'resolution', toString: act.resolution }]),
        { field: 'status', from: WAITING_FOR_SUPPORT, to: act.to, toString: `to ${act.to}` },
      ],
    })),
    updatedMs: lastAct === undefined ? ticket.createdMs : at(lastAct),
  });
}
