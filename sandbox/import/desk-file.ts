import type { EpochMs } from '../../src/domain/time';
import type { Timeline } from '../../src/domain/timeline/ticket';
import { Intake, readTimelines } from '../score/intake';
import { nothingRead } from '../score/nothing-read';
import type { ScoreOptions } from '../score/options';

/** An export, read whole, as a desk can hold it. */
export interface DeskFile {
  readonly timelines: readonly Timeline[];
  readonly intake: Intake;
  /** Time of the last event. */
  readonly lastEventAt: EpochMs;
}

/**
 * Reads an export to fill a simulated desk with it. Actors keep the kinds that the source gives them:
 * who is an AI agent is for the registry to say.
 *
 * @throws UsageError when nothing can be read
 */
export async function readDeskFile(options: ScoreOptions): Promise<DeskFile> {
  const intake = new Intake();
  const timelines: Timeline[] = [];
  await readTimelines({ ...options, registry: new Map() }, intake, (timeline) => {
    timelines.push(timeline);
  });
  if (intake.lastEventAt === null) throw nothingRead(options, intake);
  return { timelines, intake, lastEventAt: intake.lastEventAt };
}

/** The timelines as they stood: what is later than `asOf` does not exist. */
export function timelinesAt(timelines: readonly Timeline[], asOf: EpochMs): readonly Timeline[] {
  return timelines
    .filter(({ openedAt }) => openedAt <= asOf)
    .map((timeline) => ({
      ...timeline,
      nativeResolvedAt:
        timeline.nativeResolvedAt !== null && timeline.nativeResolvedAt > asOf
          ? null
          : timeline.nativeResolvedAt,
      events: timeline.events.filter(({ at }) => at <= asOf),
    }));
}
