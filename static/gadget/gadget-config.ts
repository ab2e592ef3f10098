import type { GadgetKpi } from '../../src/contract';
import { PERIOD_DAYS, RATE_CATALOGUE, type PeriodDays } from '../../src/contract/catalogue';
import type { Texts } from '../shared/texts/texts';

export const GADGET_VIEWS = ['numbers', 'trend'] as const;
type GadgetViewName = (typeof GADGET_VIEWS)[number];

/** Minutes between two readings, as Jira takes them. */
export const REFRESH_MINUTES = [5, 15, 60] as const;
type RefreshMinutes = (typeof REFRESH_MINUTES)[number];

export const MAX_KPIS = 4;

/** What the edit view saves and the view reads back. */
export type GadgetConfig = {
  readonly project: string;
  readonly view: GadgetViewName;
  /** One to four, in the order in which they are shown. */
  readonly kpis: readonly GadgetKpi[];
  readonly periodDays: PeriodDays;
  /** Minutes; Jira reads it by this name. */
  readonly refresh: RefreshMinutes;
};

/** Every rate of the catalogue and MTTR. */
export const GADGET_KPIS: readonly GadgetKpi[] = [
  ...(Object.keys(RATE_CATALOGUE) as (keyof typeof RATE_CATALOGUE)[]),
  'mttr',
];

/** What a KPI is called in the gadget's choice. */
export const kpiLabel = (kpi: GadgetKpi, t: Texts): string =>
  kpi === 'mttr' ? t('kpi.mttr.choice') : t.kpiTitle(kpi);

/** What a gadget that was never set up starts from. */
export const DEFAULTS: Omit<GadgetConfig, 'project'> = {
  view: 'numbers',
  kpis: ['aiResolution', 'firstContactResolution'],
  periodDays: 30,
  refresh: 15,
};

/** null unless desk, KPIs and period are there and known: then the gadget asks to be edited. */
export function readGadgetConfig(saved: unknown): GadgetConfig | null {
  if (typeof saved !== 'object' || saved === null) return null;
  const { project, view, kpis, kpi, periodDays, refresh } = saved as Readonly<
    Record<string, unknown>
  >;
  const knownPeriod = periodOf(periodDays);
  // Gadgets used to show one KPI, and were saved with it alone.
  const knownKpis = kpisOf(kpis ?? [kpi]);
  if (typeof project !== 'string' || project === '') return null;
  if (knownKpis === null || knownPeriod === null) return null;
  return {
    project,
    view: viewOf(view) ?? DEFAULTS.view,
    kpis: knownKpis,
    periodDays: knownPeriod,
    refresh: refreshOf(refresh) ?? DEFAULTS.refresh,
  };
}

/** Each once; null when there is none, one too many, or one that is not known. */
function kpisOf(saved: unknown): readonly GadgetKpi[] | null {
  if (!Array.isArray(saved)) return null;
  const known = [...new Set((saved as readonly unknown[]).map(kpiOf))];
  if (known.length === 0 || known.length > MAX_KPIS) return null;
  return known.every((kpi) => kpi !== null) ? known : null;
}

const kpiOf = (value: unknown): GadgetKpi | null =>
  GADGET_KPIS.find((kpi) => kpi === value) ?? null;

const viewOf = (value: unknown): GadgetViewName | null =>
  GADGET_VIEWS.find((view) => view === value) ?? null;

/** Takes what a form or a saved configuration gives: a number or its digits. */
export const periodOf = (value: unknown): PeriodDays | null =>
  PERIOD_DAYS.find((days) => days === value || String(days) === value) ?? null;

/** Minutes, as a number or as digits. */
export const refreshOf = (value: unknown): RefreshMinutes | null =>
  REFRESH_MINUTES.find((minutes) => minutes === value || String(minutes) === value) ?? null;
