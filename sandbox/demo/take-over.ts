import { liveOn } from './aftermath';
import { createChance } from './chance';
import { createDeskClock } from './desk-clock';
import { DEMO_DESKS, type DeskModel } from './desk-model';
import type { DemoOptions } from './generate-day';
import { workByPeople } from './human-work';
import { createScriptWriter } from './script-writer';
import { tellRuns } from './tell-runs';
import { MINUTE_MS, type TicketCase } from './ticket-case';
import type { RunAction, ScriptAction, ScriptStatus, TicketScript } from './ticket-script';

/** People see a hand-off in their queue within minutes. */
const NOTICED_MINUTES = [2, 10] as const;

/**
 * The same ticket, when one of its runs was handed off: what was before stays, and people take over,
 * to the end. The agent does nothing more.
 *
 * Pure: depends on the seed, the script and the run.
 */
export function takeOver(
  script: TicketScript,
  run: RunAction,
  { seed, startDay }: DemoOptions,
  desks: readonly DeskModel[] = DEMO_DESKS,
): TicketScript {
  const desk = desks.find(({ key }) => key === script.deskKey);
  const requestType = desk?.requestTypes.find(({ name }) => name === script.requestType);
  if (desk === undefined || requestType === undefined) {
    throw new Error(`${script.id}: no such desk or request type in the demo`);
  }
  const before = script.actions.slice(0, script.actions.indexOf(run) + 1);
  const chance = createChance(seed, script.id, run.atMs, 'taken over');
  const writer = createScriptWriter(run.atMs, {
    status: statusAfter(before),
    reopenings: before.filter((each) => isStatus(each, 'waiting-for-support')).length,
  });
  const ticket: TicketCase = {
    desk,
    requestType,
    chance,
    clock: createDeskClock(startDay, desk.timeZone),
    writer,
  };
  writer.wait(chance.between(...NOTICED_MINUTES) * MINUTE_MS);
  const closedBy = workByPeople(ticket);
  // A contact that is not repeated: its ticket would have to be opened, too.
  liveOn(ticket, { closedBy, isAiAtWork: false, isRepeat: true });
  const after = tellRuns(writer.actions(), {
    requestType,
    openedAtMs: script.openedAtMs,
    repeatAtMs: null,
    chance,
  });
  return { ...script, actions: [...before, ...after] };
}

function statusAfter(actions: readonly ScriptAction[]): ScriptStatus {
  const last = actions.findLast((each) => each.kind === 'status');
  return last?.kind === 'status' ? last.to : 'waiting-for-support';
}

const isStatus = (action: ScriptAction, to: ScriptStatus): boolean =>
  action.kind === 'status' && action.to === to && action.by.role === 'requester';
