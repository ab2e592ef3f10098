import { wilson } from '../kpi/interval';
import type { Rate } from '../kpi/measurement';
import { countOf, type Labelled } from './labelled';

/** What a threshold keeps of the answers that have a label, and how much of that is wrong. */
export interface RiskCoveragePoint {
  readonly threshold: number;
  /** Share of answers at or above it, 0..1. */
  readonly coverage: number;
  /** Wrong ones among those, with Wilson's interval. */
  readonly risk: Rate;
}

const MOST_POINTS = 40;

/** By rising threshold: at every confidence that occurs, or at forty of them that share out the answers. */
export function riskCoverage(labelled: readonly Labelled[]): readonly RiskCoveragePoint[] {
  const all = countOf(labelled);
  const total = all.held + all.wrong;
  const points: RiskCoveragePoint[] = [];
  let left = { ...all };
  let shown = -1;
  for (const { confidence, held, wrong } of labelled) {
    const place = Math.floor(((total - left.held - left.wrong) / total) * MOST_POINTS);
    const risk = wilson(left.wrong, left.held + left.wrong);
    if (risk !== null && place > shown) {
      points.push({ threshold: confidence, coverage: risk.denominator / total, risk });
      shown = place;
    }
    left = { held: left.held - held, wrong: left.wrong - wrong };
  }
  return points;
}
