import { shareThatHolds } from './aftermath';
import { CONFIRMED_SHARE, REACTION_SHARE } from './ai-work';
import type { Chance } from './chance';
import { confidenceDensity, type ConfidenceDensity } from './confidence-density';
import type { DeskModel, RequestTypeModel } from './desk-model';
import type { RunPurpose } from './script-writer';
import { probabilityOfSuccess } from './success-curve';

/** The agent calls people when it would rarely have been right. */
const EXPECTED_OF_HAND_OVER = 0.15;

/** A confidence, 0..1, that follows the request type's success curve; `holds` as in `answerHolds`. */
export const drawConfidence = (
  requestType: RequestTypeModel,
  run: { readonly purpose: RunPurpose; readonly holds: boolean | null },
  chance: Chance,
): number => densityOf(requestType, run.purpose).draw(chance, run.holds);

/**
 * The success curve of all answers of a desk that it resolves with: the request types' curves, each
 * weighted by how often the agent answers about it with that confidence.
 *
 * @returns share (0..1) that holds, by confidence (0..1)
 */
export function deskProbabilityOfSuccess(desk: DeskModel): (confidence: number) => number {
  const types = desk.requestTypes.map((type) => ({
    name: type.name,
    weight: type.weight * type.skill.coverage * type.skill.resolves,
    density: densityOf(type, 'answer'),
  }));
  return (confidence) => {
    const answers = types.map(({ weight, density }) => weight * density.at(confidence));
    const held = types.map(
      ({ name }, index) => (answers[index] ?? 0) * probabilityOfSuccess(name, confidence),
    );
    const sum = (each: readonly number[]): number => each.reduce((total, one) => total + one, 0);
    return sum(held) / sum(answers);
  };
}

/** Share (0..1) of such runs after which the ticket is resolved for good, as its models have it. */
function expectedSuccess({ skill }: RequestTypeModel, purpose: RunPurpose): number {
  const confirmed = shareThatHolds('requester', skill.holds);
  switch (purpose) {
    case 'answer':
      return (
        CONFIRMED_SHARE * confirmed + (1 - CONFIRMED_SHARE) * shareThatHolds('ai', skill.holds)
      );
    case 'answer-and-leave': {
      const shareOf = (reaction: string): number =>
        REACTION_SHARE.find(([each]) => each === reaction)?.[1] ?? 0;
      return (shareOf('confirms') * confirmed) / (shareOf('confirms') + shareOf('silent'));
    }
    case 'hand-over':
      return EXPECTED_OF_HAND_OVER;
  }
}

const densities = new Map<string, ConfidenceDensity>();

function densityOf(requestType: RequestTypeModel, purpose: RunPurpose): ConfidenceDensity {
  const expected = expectedSuccess(requestType, purpose);
  const key = `${requestType.name}/${expected}`;
  const known = densities.get(key) ?? confidenceDensity(requestType.name, expected);
  densities.set(key, known);
  return known;
}
