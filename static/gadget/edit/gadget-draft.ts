import type { GadgetKpi } from '../../../src/contract';
import type { Texts } from '../../shared/texts/texts';
import { DEFAULTS, MAX_KPIS, type GadgetConfig } from '../gadget-config';

/** What the form holds: a configuration that may not be whole yet. */
export type GadgetDraft = GadgetConfig;

export interface DraftErrors {
  readonly kpis: string | null;
  readonly periodDays: string | null;
}

/**
 * @param desks - keys, at least one
 * @param saved - null for a gadget that was never set up
 */
export function draftOf(desks: readonly string[], saved: GadgetConfig | null): GadgetDraft {
  const [first = ''] = desks;
  // The saved desk, unless it is gone or hidden by now.
  const project = saved !== null && desks.includes(saved.project) ? saved.project : first;
  return { ...(saved ?? DEFAULTS), project };
}

/** Ticks or unticks; a tick goes to the end, and one too many changes nothing. */
export function toggled(kpis: readonly GadgetKpi[], kpi: GadgetKpi): readonly GadgetKpi[] {
  if (kpis.includes(kpi)) return kpis.filter((each) => each !== kpi);
  return kpis.length < MAX_KPIS ? [...kpis, kpi] : kpis;
}

/** What stands in the way of saving, null for each part that is well. */
export function draftErrors({ view, kpis, periodDays }: GadgetDraft, t: Texts): DraftErrors {
  const isTrend = view === 'trend';
  return {
    kpis: !isTrend && kpis.length === 0 ? t('gadget.kpisNone') : null,
    periodDays: isTrend && periodDays === 1 ? t('gadget.trendTooShort') : null,
  };
}

/** What is saved: a trend keeps the KPIs for the day when somebody wants numbers again. */
export const configOf = (draft: GadgetDraft): GadgetConfig => ({
  ...draft,
  kpis: draft.kpis.length === 0 ? DEFAULTS.kpis : draft.kpis,
});
