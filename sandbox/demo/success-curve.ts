/**
 * How the demo's agent tells its confidence. The curve is the truth that the threshold lab should
 * find: of all answers that the agent gives with confidence `c`, the share
 * `probabilityOfSuccess(requestType, c)` holds by the rules as they stand by default.
 */
interface Curve {
  /** The confidence at which one answer in two holds. */
  readonly midpoint: number;
  /** Of the logistic curve, per unit of confidence. */
  readonly steepness: number;
}

/** Overconfident, as agents are: at 0.7, fewer than every second answer holds. */
const USUAL: Curve = { midpoint: 0.72, steepness: 14 };

/** Request types about which the agent is more, or less, mistaken than usual. */
const CURVES: Readonly<Record<string, Curve>> = {
  'VPN access': { midpoint: 0.76, steepness: 15 },
  'Access request': { midpoint: 0.69, steepness: 14 },
  'Payslip question': { midpoint: 0.75, steepness: 14 },
};

/**
 * Share (0..1) of the AI's answers with this confidence after which the ticket is resolved for good:
 * nobody reopens it within a week, asks the same again, or rates it badly.
 *
 * @param confidence - 0..1
 */
export function probabilityOfSuccess(requestType: string, confidence: number): number {
  const { midpoint, steepness } = CURVES[requestType] ?? USUAL;
  return 1 / (1 + Math.exp(-steepness * (confidence - midpoint)));
}
