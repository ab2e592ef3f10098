/**
 * What panels need at run time. It stays apart from the input schemas, so that no panel carries
 * the schema library.
 */
export { assertNever } from '../domain/app-error';
export { RATE_CATALOGUE, TIME_CATALOGUE, type KpiDefinition } from '../domain/kpi/catalogue';
export { OUTCOMES, RULES } from '../domain/outcome/outcome';

/** Periods end with the last computed day. */
export const PERIOD_DAYS = [7, 30, 90] as const;
export type PeriodDays = (typeof PERIOD_DAYS)[number];
