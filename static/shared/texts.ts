import type { GadgetKpi, Outcome, RateName } from '../../src/contract';

/** What each outcome is called on every screen. */
export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  'ai-resolved': 'AI-resolved',
  pending: 'AI-resolved · pending',
  escalated: 'Escalated',
  reversed: 'Reversed',
  ambiguous: 'Ambiguous',
  abandoned: 'Abandoned',
  'without-ai': 'Human-resolved',
  excluded: 'Excluded',
  open: 'Open',
};

/** One line on what an outcome means, for lists. */
export const OUTCOME_MEANINGS: Readonly<Record<Outcome, string>> = {
  'ai-resolved': 'The AI resolved it and it held for the whole window.',
  pending: 'The AI resolved it; the window is still running.',
  escalated: 'It went from the AI to people.',
  reversed: 'The AI resolved it, then it was reopened or the requester came back.',
  ambiguous: 'It was closed, but nothing shows that the AI solved it.',
  abandoned: 'It was closed without an answer that reached the requester.',
  'without-ai': 'It was resolved without an AI agent.',
  excluded: 'Left out by the definition.',
  open: 'Not resolved yet.',
};

/** What the denominator of a rate counts, after its number: "34 of 120 …". */
export const DENOMINATORS: Readonly<Record<RateName, string>> = {
  coverage: 'decided tickets',
  firstContactResolution: 'AI-handled tickets',
  aiResolution: 'AI-handled tickets',
  automation: 'decided tickets',
  escalation: 'AI-handled tickets',
  containment: 'AI-handled tickets',
  containmentGap: 'AI-handled tickets',
  reversal: 'AI resolutions',
};

export const TEXTS = {
  appTitle: 'AI outcomes',
  about: (name: string) => `What “${name}” means`,
  interval: (level: string, low: string, high: string) => `${level} interval: ${low} to ${high}`,
  basis: (numerator: string, denominator: string, noun: string) =>
    `${numerator} of ${denominator} ${noun}`,
  period: 'Period',
  periodDays: (days: string) => `${days} days`,
  lastDays: (days: string) => `last ${days} days`,

  computed: (ago: string) => `Computed ${ago}`,
  neverComputed: 'Not computed yet',
  completeFrom: (date: string) => `Complete from ${date}`,
  backfillRunning: (done: string, total: string | null, share: string | null) =>
    total === null || share === null
      ? `Reading history: ${done} tickets so far`
      : `Reading history: ${done} of ${total} tickets (${share})`,
  backfillPaused: (done: string) => `Reading history is paused after ${done} tickets`,
  backfillFailed: (done: string) =>
    `Reading history failed after ${done} tickets; older figures are missing`,
  noHistory: 'No history was read: figures start when the app was installed',
  refreshFailed: 'Could not refresh; these are the last figures that arrived.',
  definition: (version: string, window: string) =>
    `Definition v${version}: a resolution counts once it has held for ${window}.`,
  episodesCounted: (episodes: string, tickets: string) =>
    `A reopened ticket counts once per stretch from opening to resolution: ${episodes} in ${tickets} tickets.`,
  unknownActors: (share: string, numerator: string, denominator: string) =>
    `Accounts that nobody has classified acted in ${share} of decided tickets (${numerator} of ${denominator}). They count as people, so doubt never helps the AI.`,

  noDecided: 'No ticket was decided in this period.',
  noneMature: (what: string) => `No ${what} is mature yet.`,
  noneMatureUntil: (what: string, date: string) =>
    what === 'AI resolution'
      ? `No ${what} is mature yet; the first will be on ${date}.`
      : `No ${what} is mature yet; the first AI resolution will be on ${date}.`,
  noAi: 'No AI agent handled a ticket in this period.',
  noAiResolution: 'The AI resolved no ticket in this period.',
  noneResolvedByAi: 'No mature AI resolution in this period.',
  noneResolvedByPeople: 'People resolved no ticket in this period.',
  noneResolved: 'No ticket was resolved in this period.',
  aiHandled: 'AI-handled ticket',
  decided: 'decided ticket',
  aiResolution: 'AI resolution',

  results: 'Results',
  furtherRates: 'More rates',
  timeToResolve: 'Time to resolve',
  mttrAi: 'MTTR, AI',
  mttrPeople: 'MTTR, people',
  mttrAll: 'MTTR, all',
  mttrDefinition: (definition: string) => `Mean time to resolve. ${definition}`,
  spread: (median: string, p90: string) => `median ${median} · p90 ${p90}`,
  sample: (n: string) => `${n} resolved`,
  openNow: 'Open now',
  openDefinition:
    'Tickets that are not resolved. They are in no time to resolve, so read the two side by side.',
  openAge: (median: string) => `median age ${median}`,
  noneOpen: 'Nothing is waiting.',

  outcomes: 'What became of the tickets',
  outcomesNote: 'Every ticket of the period, mature or not.',
  provisional: (count: number, formatted: string, parts: string) =>
    count === 1
      ? `${formatted} decided ticket is not mature yet: ${parts}. It is in no rate.`
      : `${formatted} decided tickets are not mature yet: ${parts}. They are in no rate.`,
  firstMatures: (date: string) => `The first AI resolution matures on ${date}.`,

  trend: 'Trend',
  trendDaily: 'by day',
  trendWeekly: 'by week',
  trendNow: (name: string, value: string) => `${name} ${value}`,
  trendProvisional: 'pale and dotted: not all of it is mature yet',
  trendBand: (level: string, name: string) => `band: ${level} interval of ${name}`,
  trendShowBand: (name: string) => `Show the interval of ${name}`,
  trendEmpty: 'No day of this period has a mature AI-handled ticket yet.',
  trendPoint: (when: string, parts: string) => `${when} · ${parts}`,
  noData: 'no data',
  weekOf: (day: string) => `Week from ${day}`,
  showTable: 'Show as table',
  showChart: 'Show as chart',
  tableDay: 'Day',
  tableWeek: 'Week from',
  tableMttr: 'MTTR, all',
  tableMature: 'Mature',
  yes: 'yes',
  partly: 'not all',
  sparkline: (name: string, from: string, to: string) => `${name}, from ${from} to ${to}`,

  loading: 'Loading…',
  retry: 'Try again',
  emptyDesk: (days: string, isLongest: boolean) => ({
    title: `No tickets in the last ${days} days`,
    body: isLongest
      ? 'Come back after the first ticket: it is counted within minutes.'
      : 'Choose a longer period, or come back after the first ticket: it is counted within minutes.',
  }),
  notComputed: {
    title: 'Nothing has been computed for this desk yet',
    body: 'The first figures appear with the next hourly run. An administrator can also start reading the history now.',
  },
  noProject: {
    title: 'This page does not say which desk it belongs to',
    body: 'Open it from the queues of a service project.',
  },
  noIssue: {
    title: 'This panel does not know its ticket',
    body: 'Open it on a ticket of a service project.',
  },

  failure: {
    unreachable: {
      title: 'The app did not answer',
      body: 'The connection may have dropped, or the app is starting. Nothing is lost.',
    },
    notDrawn: {
      title: 'This could not be drawn',
      body: 'The figures arrived, but the panel failed on them. Try again; if it stays, tell an administrator.',
    },
    invalidInput: {
      title: 'The app did not understand this panel',
      body: (issues: string) => `Reload the page to get its newest version. It said: ${issues}`,
    },
    deskNotFound: {
      title: 'This desk does not exist or you may not see it',
      body: 'Ask an administrator of the service project for access to it.',
    },
    ticketNotFound: {
      title: 'This ticket does not exist or you may not see it',
      body: 'Ask an administrator of the service project for access to it.',
    },
    unavailable: (source: string, wait: string | null) => ({
      title: `${source} did not answer`,
      body:
        wait === null
          ? 'Try again in a moment.'
          : `It asked to wait ${wait}. Then it is tried again.`,
    }),
    malformed: (source: string) => ({
      title: `${source} answered in a form this app does not know`,
      body: 'Nothing was counted, so that no figure is wrong. An administrator finds details in the log.',
    }),
  },

  gadget: {
    unconfigured: {
      title: 'Choose what to show',
      body: 'Edit this gadget (⋯ → Edit) and pick a desk, a KPI and a period.',
    },
    edit: 'What should this gadget show?',
    desk: 'Desk',
    deskHint: 'Only desks that are scored and that you may see are listed.',
    kpi: 'KPI',
    period: 'Period',
    save: 'Save',
    saving: 'Saving…',
    saveFailed: 'Jira did not accept the settings. Try again, or reload the dashboard.',
    noDesks: {
      title: 'No desk to choose from',
      body: 'No service project that you may see is scored yet. An administrator adds one in the app’s settings.',
    },
    subtitle: (desk: string, days: string) => `${desk} · last ${days} days`,
  },
} as const;

/** What a KPI is called in a gadget's choice; rates take their title from the KPI catalogue. */
export const MTTR_CHOICE: { readonly kpi: GadgetKpi; readonly label: string } = {
  kpi: 'mttr',
  label: 'Mean time to resolve (MTTR)',
};

export const SOURCE_NAMES = { jira: 'Jira', servicenow: 'ServiceNow' } as const;
