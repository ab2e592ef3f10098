import type { ReadThresholdLabInput, ThresholdLab, WhatIf } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import { advise } from '../domain/calibration/advise';
import { calibrate, type Calibration } from '../domain/calibration/calibrate';
import { countOf, labelledOf, type Labelled } from '../domain/calibration/labelled';
import { calibrationError, reliabilityBins } from '../domain/calibration/reliability';
import { riskCoverage } from '../domain/calibration/risk-coverage';
import { seededChance } from '../domain/calibration/seeded-chance';
import { asItWas, atThreshold, type Past } from '../domain/calibration/what-if';
import { policyFor, type PolicyInForce } from '../domain/escalation/policy';
import type { Deps } from './deps';
import { periodEndingAt } from './period-ending-at';
import { measuredAt } from './report-frame';
import { iso, isoOrNull } from './wire-time';

/** The same history gives the same advice. */
const SEED = 20_261;
const CURVE_STEPS = 50;

/** What confidence was worth, and what thresholds would have done, from history: two statements. */
export async function readThresholdLab(
  deps: Pick<Deps, 'store' | 'access' | 'clock'>,
  { project, requestType, periodDays, costs, thresholds }: ReadThresholdLabInput,
): Promise<Result<ThresholdLab>> {
  const allowed = await deps.access.canAdministerDesk({ idOrKey: project });
  if (!allowed.ok) return allowed;
  const { deskId } = allowed.value;
  const desk = await deps.store.readDesk(deskId);
  if (desk === null) return err({ kind: 'not-found-or-not-permitted' });
  const now = deps.clock.now();
  const asOf = measuredAt(desk, now);
  const period = periodEndingAt(asOf, periodDays, desk.profile);
  const { groups, humanTime } = await deps.store.readLabHistory({
    deskId,
    period,
    asOf,
    requestType,
  });

  const labelled = labelledOf(groups);
  const calibration = calibrate(labelled);
  const past: Past = { groups, calibration, humanTime, costs };
  const { advised, thin } = advise(labelled, costs, seededChance(SEED));
  const currentThreshold = thresholdOf(desk.escalation, requestType);
  const costAt = (threshold: number): number | null =>
    atThreshold(past, threshold).expectedCost?.value ?? null;
  const reliability = reliabilityBins(labelled);
  return ok({
    asOf: iso(now),
    period: { days: periodDays, ...period },
    episodes: groups.reduce((sum, each) => sum + each.episodes, 0),
    withConfidence: groups.reduce(
      (sum, { confidence, episodes }) => sum + (confidence === null ? 0 : episodes),
      0,
    ),
    ...labelCounts(labelled),
    currentThreshold,
    currentSince: isoOrNull(desk.escalation?.since ?? null),
    hasOtherThresholds: requestType === null && hasOtherThresholds(desk.escalation),
    reliability,
    calibrationError: calibrationError(reliability),
    curve: curveOf(calibration, labelled),
    riskCoverage: riskCoverage(labelled),
    costCurve: Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
      const threshold = step / CURVE_STEPS;
      return { threshold, expectedCost: costAt(threshold) };
    }),
    advice: advised === null ? null : { ...advised, expectedCost: costAt(advised.threshold) },
    thin,
    whatIf: whatIfOf(past, currentThreshold, [
      null,
      ...(advised === null ? [] : [advised.threshold]),
      ...thresholds,
    ]),
  });
}

const thresholdOf = (inForce: PolicyInForce | null, requestType: string | null): number | null =>
  inForce === null ? null : policyFor(inForce.policy, requestType).confidenceThreshold;

const hasOtherThresholds = (inForce: PolicyInForce | null): boolean =>
  inForce?.policy.requestTypes.some(
    ({ policy }) => policy.confidenceThreshold !== inForce.policy.fallback.confidenceThreshold,
  ) ?? false;

function labelCounts(
  labelled: readonly Labelled[],
): Pick<ThresholdLab, 'labelled' | 'held' | 'wrong'> {
  const { held, wrong } = countOf(labelled);
  return { labelled: held + wrong, held, wrong };
}

/** Nothing is said of confidences that no answer had. */
function curveOf(
  calibration: Calibration | null,
  labelled: readonly Labelled[],
): ThresholdLab['curve'] {
  const [low, high] = [labelled[0]?.confidence, labelled.at(-1)?.confidence];
  if (calibration === null || low === undefined || high === undefined) return [];
  return Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
    const confidence = low + ((high - low) * step) / CURVE_STEPS;
    return { confidence, success: calibration.probability(confidence) };
  });
}

function whatIfOf(
  past: Past,
  current: number | null,
  asked: readonly (number | null)[],
): readonly WhatIf[] {
  const others = [...new Set(asked)].filter((threshold) => threshold !== current);
  return [
    { threshold: current, isCurrent: true, ...asItWas(past) },
    ...others.map((threshold) => ({
      threshold,
      isCurrent: false,
      ...atThreshold(past, threshold),
    })),
  ];
}
