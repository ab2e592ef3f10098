/**
 * What panels need at run time. It stays apart from the input schemas, so that no panel carries
 * the schema library.
 */
export { assertNever } from '../domain/app-error';
export { RATE_CATALOGUE, TIME_CATALOGUE, type KpiDefinition } from '../domain/kpi/catalogue';
export { OPEN_POLICY, RISK_CLASSES } from '../domain/escalation/policy';
export { areSamePolicies } from '../domain/escalation/same-policy';
export { COHORTS, type CohortName } from '../domain/kpi/cohort';
export { newcombe, wilson } from '../domain/kpi/interval';
export { areSameSettings } from '../domain/outcome/measurement-settings';
export { OUTCOMES, RULES } from '../domain/outcome/outcome';
export { OVERRIDE_POLICIES } from '../domain/outcome/override-policy';

/** Periods end with the last computed day; 1 is that day alone. */
export const PERIOD_DAYS = [1, 7, 30, 90] as const;
export type PeriodDays = (typeof PERIOD_DAYS)[number];

/** What is told where nobody chose days. */
export const DEFAULT_PERIOD_DAYS = 30 satisfies PeriodDays;

export const TREND_DAYS = [30, 90, 180, 365] as const;
export type TrendDays = (typeof TREND_DAYS)[number];

export const BREAKDOWN_DIMENSIONS = ['request-type', 'priority', 'ai-agent'] as const;
export type BreakdownDimension = (typeof BREAKDOWN_DIMENSIONS)[number];

/** The longest of two periods that are compared. */
export const MAX_COMPARED_DAYS = 366;

export const TICKET_SORTS = [
  'decidedAt',
  'openedAt',
  'resolvedAt',
  'timeToResolve',
  'outcome',
  'requestType',
  'confidence',
] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];

/** A page for the screen; an export asks for more at a time. */
export const MAX_LISTED_TICKETS = 1_000;
/** No list is read further than that. */
export const MAX_LIST_OFFSET = 1_000_000;
