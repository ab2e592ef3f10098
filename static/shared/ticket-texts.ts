import type { ActorKind, Evidence, RuleName, TicketStep } from '../../src/contract';

/** What a rule's sentence may mention, already in the viewer's words. */
export interface RuleFacts {
  /** Name of the agent, or "The AI". */
  readonly agent: string;
  /** The window: "7 d". */
  readonly window: string;
  /** Time from the resolution to the reopening; null when it was not reopened. */
  readonly reopenedAfter: string | null;
  /** When the window ends; null when nothing is decided. */
  readonly maturesOn: string | null;
}

/** Every rule of the rule book as a sentence for the person who reads the ticket. */
export const RULE_SENTENCES: Readonly<Record<RuleName, (facts: RuleFacts) => string>> = {
  overridden: () => 'A person set this outcome by hand; it stands above the rules.',
  excluded: () => 'Its resolution or request type is left out of the measurement.',
  'without-ai': () => 'It was resolved without an AI agent.',
  open: () => 'It is still open. The outcome is decided when it is resolved.',
  escalated: ({ agent }) => `${agent} worked on it, then it went to people.`,
  unanswered: ({ agent }) =>
    `${agent} worked on it but never answered, and it was closed by somebody else.`,
  'silent-wait': () =>
    'It waited for the requester and was closed without a reply. Silence does not count as solved.',
  'closed-by-automation': () =>
    'An automation closed it, and nothing shows that the answer solved the problem.',
  reopened: ({ agent, reopenedAfter }) =>
    reopenedAfter === null
      ? `${agent} resolved it, but it was reopened within the window.`
      : `${agent} resolved it; it was reopened after ${reopenedAfter}.`,
  'repeat-contact': ({ agent, window }) =>
    `${agent} resolved it, but the same requester opened a similar ticket within ${window}.`,
  'rejected-by-rating': ({ agent }) =>
    `${agent} resolved it, but the requester’s rating says otherwise.`,
  pending: ({ agent, window, maturesOn }) =>
    maturesOn === null
      ? `${agent} resolved it. It counts once it has held for ${window}.`
      : `${agent} resolved it. It counts as resolved on ${maturesOn} unless it comes back.`,
  'ai-resolved': ({ agent, window }) => `${agent} resolved it, and it held for ${window}.`,
};

/** Reasons that the app itself writes; any other is somebody's own words and is quoted. */
export const REASON_WORDS: Readonly<Record<string, string>> = {
  'low-confidence': 'the confidence was below the threshold',
  'agent-escalated': 'the AI asked for people',
  'human-replied': 'a person replied to the requester',
  'human-took-over': 'a person moved it on',
  reopened: 'it was reopened',
  'repeat-contact': 'the requester came back',
};

export const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  'verified-action': 'Verified action: the AI did it and checked it',
  confirmed: 'Confirmed by the requester',
  assumed: 'Assumed: nobody said that it is solved',
};

export const ACTOR_WORDS: Readonly<Record<ActorKind, string>> = {
  requester: 'The requester',
  'human-agent': 'A person on the desk',
  'ai-agent': 'The AI',
  automation: 'An automation',
  unknown: 'An unknown account',
};

type StepText = (detail: string | null) => string;
const to =
  (words: string): StepText =>
  (detail) =>
    detail === null ? words : `${words} to ${detail}`;
const because =
  (words: string): StepText =>
  (detail) =>
    detail === null ? words : `${words}: ${detail}`;
const asDetail =
  (words: string): StepText =>
  (detail) =>
    detail === null ? words : `${words} (${detail})`;

/** What somebody did, after their name. */
export const STEP_TEXTS: Readonly<Record<TicketStep['what'], StepText>> = {
  opened: () => 'opened the ticket',
  commented: () => 'replied',
  noted: () => 'left an internal note',
  assigned: to('assigned it'),
  status: (detail) => (detail === null ? 'changed the status' : `moved it to ${detail}`),
  resolved: asDetail('resolved it'),
  reopened: asDetail('reopened it'),
  'handed-off': because('handed it to people'),
  'run-resolved': () => 'reported it solved',
  'run-escalated': because('asked for people'),
  'run-unresolved': () => 'could not solve it',
  rated: asDetail('rated the help'),
  overridden: because('set the outcome by hand'),
};

export const TICKET_TEXTS = {
  title: 'AI outcome',
  theAi: 'The AI',
  left: (remaining: string) => `${remaining} left`,
  because: (words: string) => `Reason: ${words}.`,
  quoted: (words: string) => `Reason given: “${words}”`,
  evidence: 'Evidence',
  agent: 'Agent',
  unnamedAgent: 'AI agent without a name',
  confidence: 'Confidence',
  firstContact: 'First contact',
  yes: 'Yes',
  no: 'No',
  countsOn: 'Counts on',
  windowEnded: 'Window ended',
  windowEnds: 'Window ends',
  resolvedIn: 'Time to resolve',
  definition: 'Definition',
  definitionVersion: (version: string, window: string) => `v${version}, window ${window}`,
  episodes: (count: string) => `${count} episodes`,
  episodesNote: 'A reopening starts a new episode; each has its own outcome.',
  episode: (ordinal: string) => `Episode ${ordinal}`,
  openSince: (from: string) => `open since ${from}`,
  timeline: 'Timeline',
  after: (duration: string) => `+${duration}`,
  timelineNote: 'Times count from the opening, or the reopening, of the ticket.',
  notScored: {
    title: 'Not scored yet',
    body: 'The outcome appears a few minutes after the ticket’s next change. Older tickets appear once the history has been read.',
  },
  asOf: (time: string) => `As of ${time}`,
} as const;
