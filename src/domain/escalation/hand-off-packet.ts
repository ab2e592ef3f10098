import type { AgentRun } from '../run/agent-run';
import type { HandOffPacket } from './packet';

/** What a hand-off's row tells its packet. */
export type DecidedHandOff = Omit<HandOffPacket, 'agent' | 'runs' | 'leftOut'> & {
  readonly runId: string;
};

/** A run as the store has it. */
export interface ToldRun {
  readonly runId: string;
  readonly run: AgentRun;
}

/**
 * Everything that people get with a hand-off. Runs that came after the one that was decided are no
 * part of it, so that the packet of a hand-off stays the same.
 *
 * @param runs - of the episode, in time order
 * @param agent - the agent's registered name
 */
export function handOffPacket(
  { handOffId, runId, reason, detail, confidence, threshold, decidedAt }: DecidedHandOff,
  runs: readonly ToldRun[],
  agent: string,
): HandOffPacket {
  const decided = runs.findIndex((each) => each.runId === runId);
  return {
    handOffId,
    agent,
    reason,
    detail,
    confidence,
    threshold,
    decidedAt,
    runs: runs.slice(0, decided + 1).map(({ runId: id, run }) => ({
      runId: id,
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      confidence: run.confidence,
      result: run.result,
      verifiedActions: run.verifiedActions,
      steps: run.steps,
      traceUrl: run.traceUrl,
    })),
    leftOut: { runs: 0, steps: 0 },
  };
}

/** The last runs and the last steps of each, at most so many; what is left out is counted. */
export function cutPacket(
  packet: HandOffPacket,
  most: { readonly runs: number; readonly stepsPerRun: number },
): HandOffPacket {
  const kept = lastOf(packet.runs, most.runs);
  const runs = kept.map((run) => ({ ...run, steps: lastOf(run.steps, most.stepsPerRun) }));
  const stepsIn = (all: HandOffPacket['runs']): number =>
    all.reduce((sum, { steps }) => sum + steps.length, 0);
  return {
    ...packet,
    runs,
    leftOut: {
      runs: packet.leftOut.runs + packet.runs.length - runs.length,
      steps: packet.leftOut.steps + stepsIn(kept) - stepsIn(runs),
    },
  };
}

const lastOf = <T>(all: readonly T[], most: number): readonly T[] =>
  all.slice(Math.max(0, all.length - most));
