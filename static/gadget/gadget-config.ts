import type { GadgetKpi } from '../../src/contract';
import { PERIOD_DAYS, RATE_CATALOGUE, type PeriodDays } from '../../src/contract/catalogue';
import type { Texts } from '../shared/texts/texts';

/** What the edit view saves and the view reads back. */
export type GadgetConfig = {
  readonly project: string;
  readonly kpi: GadgetKpi;
  readonly periodDays: PeriodDays;
};

/** Every rate of the catalogue and MTTR. */
export const GADGET_KPIS: readonly GadgetKpi[] = [
  ...(Object.keys(RATE_CATALOGUE) as (keyof typeof RATE_CATALOGUE)[]),
  'mttr',
];

/** What a KPI is called in the gadget's choice. */
export const kpiLabel = (kpi: GadgetKpi, t: Texts): string =>
  kpi === 'mttr' ? t('kpi.mttr.choice') : t.kpiTitle(kpi);

export const DEFAULT_KPI: GadgetKpi = 'aiResolution';
export const DEFAULT_PERIOD: PeriodDays = 30;

/** null unless every field is there and known: then the gadget asks to be edited. */
export function readGadgetConfig(saved: unknown): GadgetConfig | null {
  if (typeof saved !== 'object' || saved === null) return null;
  const { project, kpi, periodDays } = saved as Readonly<Record<string, unknown>>;
  const knownKpi = kpiOf(kpi);
  const knownPeriod = periodOf(periodDays);
  if (typeof project !== 'string' || project === '') return null;
  if (knownKpi === null || knownPeriod === null) return null;
  return { project, kpi: knownKpi, periodDays: knownPeriod };
}

/** Takes what a form gives: the name of a KPI. */
export const kpiOf = (value: unknown): GadgetKpi | null =>
  GADGET_KPIS.find((kpi) => kpi === value) ?? null;

/** Takes what a form or a saved configuration gives: a number or its digits. */
export const periodOf = (value: unknown): PeriodDays | null =>
  PERIOD_DAYS.find((days) => days === value || String(days) === value) ?? null;
