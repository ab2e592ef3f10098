import { AGENT, BOT, HOUR, MINUTE, RULE, type AppWorld } from './app-world';

const DAY = 24 * HOUR;
const DAYS = 100;
const CUSTOMERS = 29;
/** Stands for the ticket's own customer. */
const REQUESTER = 'requester';

const STATUS_IDS = {
  'Waiting for support': '10001',
  'Waiting for customer': '10002',
  Pending: '10004',
  Resolved: '5',
} as const;
type Status = keyof typeof STATUS_IDS;

interface Act {
  /** After the opening. */
  readonly atMs: number;
  readonly by: string;
  /** null: a public comment. */
  readonly to: Status | null;
}
const says = (by: string, atMs: number): Act => ({ by, atMs, to: null });
const moves = (by: string, atMs: number, to: Status): Act => ({ by, atMs, to });

/** One life for each outcome and for what settings decide. */
const LIVES: readonly (readonly Act[])[] = [
  [says(BOT, MINUTE), moves(BOT, HOUR, 'Resolved')],
  [
    says(BOT, MINUTE),
    moves(BOT, 2 * MINUTE, 'Waiting for customer'),
    moves(RULE, 50 * HOUR, 'Resolved'),
  ],
  [says(AGENT, HOUR), moves(AGENT, 3 * HOUR, 'Resolved')],
  [says(BOT, MINUTE), says(AGENT, 5 * HOUR), moves(AGENT, 90 * HOUR, 'Resolved')],
  [
    says(BOT, MINUTE),
    moves(BOT, HOUR, 'Resolved'),
    moves(REQUESTER, 100 * HOUR, 'Waiting for support'),
    moves(AGENT, 120 * HOUR, 'Resolved'),
  ],
  [says(BOT, MINUTE)],
  [says(BOT, MINUTE), says(AGENT, 2 * HOUR)],
  [says(BOT, MINUTE), moves(BOT, 3 * MINUTE, 'Pending'), moves(BOT, 40 * HOUR, 'Resolved')],
];

/** Puts tickets of the last hundred days on the IT desk, as if they had happened. */
export function fillPast({ site, clock }: AppWorld, count: number): void {
  const now = clock.now();
  for (let i = 0; i < CUSTOMERS; i += 1) {
    const accountId = `past-${i}`;
    site.addUser({ accountId, accountType: 'customer', displayName: accountId });
  }
  for (let i = 0; i < count; i += 1) {
    const createdMs = now - Math.floor(((count - i) * DAYS * DAY) / (count + 1));
    // Squares, so that some come back soon and others late.
    const reporter = `past-${(i * i) % CUSTOMERS}`;
    const acts = (LIVES[i % LIVES.length] ?? [])
      .map(({ by, to, atMs }) => ({
        by: by === REQUESTER ? reporter : by,
        to,
        atMs: createdMs + atMs,
      }))
      .filter(({ atMs }) => atMs < now - HOUR);
    const states = acts.flatMap(({ atMs, by, to }) => (to === null ? [] : [{ atMs, by, to }]));
    const last = states.at(-1);
    const isDone = last?.to === 'Resolved';
    site.importIssue({
      project: 'IT',
      requestType: i % 3 === 0 ? 'VPN' : 'Password',
      issueType: 'Service Request',
      priority: i % 2 === 0 ? 'Medium' : 'High',
      reporter,
      summary: `matter ${i % 17} of ${i % 13} and ${i % 11}`,
      createdMs,
      resolutionDateMs: isDone ? last.atMs : null,
      status: last?.to ?? 'Waiting for support',
      resolution: isDone ? 'Done' : null,
      comments: acts
        .filter(({ to }) => to === null)
        .map(({ atMs, by }) => ({ atMs, authorAccountId: by, isPublic: true })),
      histories: states.map(({ atMs, by, to }, index) => ({
        atMs,
        authorAccountId: by,
        items: [
          {
            field: 'status',
            from: STATUS_IDS[states[index - 1]?.to ?? 'Waiting for support'],
            to: STATUS_IDS[to],
            toString: to,
          },
        ],
      })),
      updatedMs: acts.at(-1)?.atMs ?? createdMs,
    });
  }
}
