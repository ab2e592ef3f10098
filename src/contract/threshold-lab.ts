import { z } from 'zod';

import type { Rate } from '../domain/kpi/measurement';
import { projectSchema } from './inputs';

export const readThresholdLabInputSchema = z.strictObject({
  project: projectSchema,
  /** null: all request types together. */
  requestType: z.string().min(1).max(255).nullable(),
  periodDays: z.union([z.literal(30), z.literal(90), z.literal(365)]),
  costs: z.strictObject({
    wrongResolution: z.number().min(0).max(1_000_000_000),
    handOff: z.number().min(0).max(1_000_000_000),
  }),
  /** Thresholds to look at besides the current and the advised one. */
  thresholds: z.array(z.number().min(0).max(1)).max(20),
});
export type ReadThresholdLabInput = z.infer<typeof readThresholdLabInputSchema>;

/** A bin of runs of like confidence. */
export interface ReliabilityBin {
  readonly fromConfidence: number;
  readonly toConfidence: number;
  readonly meanConfidence: number;
  /** Held resolutions among them, with Wilson's interval. */
  readonly success: Rate;
}

/** At one threshold: what goes to people below it, and what the rest costs. */
export interface RiskCoveragePoint {
  readonly threshold: number;
  /** Share of runs at or above it, 0..1. */
  readonly coverage: number;
  /** Wrong resolutions among those, 0..1; null when there are none. */
  readonly risk: number | null;
}

/** What a threshold would have done to the period. */
export interface WhatIf {
  /** null: no threshold. */
  readonly threshold: number | null;
  /** The threshold in force: then it is what the report counts. */
  readonly isCurrent: boolean;
  /** Episodes that AI would have kept, of those it was involved in. */
  readonly kept: Rate | null;
  /** Resolutions that would not have held, of those kept. */
  readonly falseResolutions: Rate | null;
  /** Resolutions that would have held, of all involved: the report's AI resolution rate. */
  readonly aiResolution: Rate | null;
  /** Of all involved: the report's escalation rate. */
  readonly escalation: Rate | null;
  /** Hours that people would have worked on what is handed off; null without a figure of theirs. */
  readonly hoursOfWork: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
  } | null;
  /** In the unit of the costs given. */
  readonly expectedCost: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
  } | null;
  /** Some of it is estimated: those that were handed off at the time have no outcome by AI. */
  readonly isEstimated: boolean;
}

export interface ThresholdAdvice {
  readonly threshold: number;
  /** 95 % interval, by resampling with a fixed seed. */
  readonly low: number;
  readonly high: number;
  readonly expectedCost: number;
}

export interface ThresholdLab {
  readonly asOf: string;
  readonly period: { readonly fromDay: string; readonly toDay: string };
  /** Mature episodes that AI was involved in, with and without a confidence. */
  readonly episodes: number;
  readonly withConfidence: number;
  /** Of those: kept by AI to the end, so that they have an outcome to learn from. */
  readonly labelled: number;
  readonly currentThreshold: number | null;
  readonly reliability: readonly ReliabilityBin[];
  /** Expected calibration error, 0..1; null without labelled episodes. */
  readonly calibrationError: number | null;
  readonly riskCoverage: readonly RiskCoveragePoint[];
  /** null: history is too thin to advise; `thin` says why. */
  readonly advice: ThresholdAdvice | null;
  readonly thin:
    'too-few-episodes' | 'too-few-failures' | 'too-few-successes' | 'too-uncertain' | null;
  /** In the order of thresholds: none, current, advised and those asked for; no duplicates. */
  readonly whatIf: readonly WhatIf[];
}
