import { z } from 'zod';

import type { AdvisedThreshold, Thin } from '../domain/calibration/advise';
import type { ReliabilityBin } from '../domain/calibration/reliability';
import type { RiskCoveragePoint } from '../domain/calibration/risk-coverage';
import type { WhatIfFigures } from '../domain/calibration/what-if';
import { PERIOD_DAYS } from './catalogue';
import { projectSchema } from './inputs';

export type { Estimate } from '../domain/calibration/what-if';
export type { EscalationCosts } from '../domain/escalation/policy';

const costSchema = z.number().min(0).max(1_000_000_000);

export const readThresholdLabInputSchema = z.strictObject({
  project: projectSchema,
  /** null: all request types together. */
  requestType: z.string().min(1).max(255).nullable(),
  periodDays: z.literal(PERIOD_DAYS),
  costs: z.strictObject({ wrongResolution: costSchema, handOff: costSchema }),
  /** Thresholds to look at besides the current and the advised one. */
  thresholds: z.array(z.number().min(0).max(1)).max(20).readonly(),
});
export type ReadThresholdLabInput = z.infer<typeof readThresholdLabInputSchema>;

export type { ReliabilityBin, RiskCoveragePoint };

export interface WhatIf extends WhatIfFigures {
  /** null: no threshold. */
  readonly threshold: number | null;
  /** As it was under the threshold in force: what the report counts. */
  readonly isCurrent: boolean;
}

/** The threshold that costs least, with its 95 % interval by resampling. */
export interface ThresholdAdvice extends AdvisedThreshold {
  /** Over the period; null without any episode. */
  readonly expectedCost: number | null;
}

export interface ThresholdLab {
  readonly asOf: string;
  readonly period: { readonly days: number; readonly fromDay: string; readonly toDay: string };
  /** Mature episodes that AI was involved in, with and without a confidence. */
  readonly episodes: number;
  readonly withConfidence: number;
  /** Kept by AI to the end, with a confidence and an outcome to learn from. */
  readonly labelled: number;
  /** Of the labelled: those that held, and those that did not. */
  readonly held: number;
  readonly wrong: number;
  /** null: confidence decides nothing. */
  readonly currentThreshold: number | null;
  /** Since when the policy in force decides; null: nobody has published one. */
  readonly currentSince: string | null;
  /** Some request types have thresholds of their own, and all are looked at together. */
  readonly hasOtherThresholds: boolean;
  /** By rising confidence. */
  readonly reliability: readonly ReliabilityBin[];
  /** Expected calibration error, 0..1; null without labelled episodes. */
  readonly calibrationError: number | null;
  /** The calibrated curve where history reaches, by rising confidence; empty without labels. */
  readonly curve: readonly { readonly confidence: number; readonly success: number }[];
  readonly riskCoverage: readonly RiskCoveragePoint[];
  /** What each threshold from 0 to 1 would have cost; null: it cannot be told. */
  readonly costCurve: readonly {
    readonly threshold: number;
    readonly expectedCost: number | null;
  }[];
  /** null: history is too thin to advise; `thin` says why. */
  readonly advice: ThresholdAdvice | null;
  readonly thin: Thin | null;
  /** The current one, none, the advised one and those asked for; each threshold once. */
  readonly whatIf: readonly WhatIf[];
}
