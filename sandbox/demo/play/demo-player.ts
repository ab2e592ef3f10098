import { HISTORY_DAYS, type DeskModel } from '../desk-model';
import type { DemoOptions } from '../generate-day';
import { generateHistory, generateOnwards } from '../generate-history';
import { takeOver } from '../take-over';
import type { ScriptAction, TicketScript } from '../ticket-script';
import type { AgentTelemetry, ToldRun } from './agent-telemetry';
import type { Stage } from './stage';

/** Desks, and where each is played. */
export interface Programme {
  readonly desks: readonly DeskModel[];
  /** By the desk's key. */
  readonly stages: ReadonlyMap<string, Stage>;
}

/** Something that is going to happen. */
interface Cue {
  readonly atMs: number;
  readonly script: TicketScript;
  /** null: the ticket is opened. */
  readonly action: ScriptAction | null;
}

/** Days whose tickets are written in advance; a day's last ticket opens well within it. */
const DAYS_AHEAD = 2;
const DAY_MS = 86_400_000;

/**
 * Plays the demo's scripts: the past as history, everything from now on as it happens. Each desk's AI
 * agent asks the app before it acts; where the app hands a ticket off, people take over.
 */
export class DemoPlayer {
  readonly #programme: Programme;
  readonly #options: DemoOptions;
  readonly #keys = new Map<string, string>();
  readonly #days: ReturnType<typeof generateOnwards>;
  #cues: Cue[] = [];
  #writtenUntilMs: number;
  /** Runs of before the app was told anything. */
  #untold: ToldRun[] = [];
  readonly #telemetry = new Map<string, AgentTelemetry>();
  /** Actions that a desk refused, since somebody there had acted otherwise. */
  refusedActions = 0;

  /** @param nowMs - on day 120 of the demo; what lies before is imported */
  constructor(programme: Programme, options: DemoOptions, nowMs: number) {
    this.#programme = programme;
    this.#options = options;
    this.#days = generateOnwards(programme.desks, options);
    this.#writtenUntilMs = Date.parse(`${options.startDay}T00:00:00Z`) + HISTORY_DAYS * DAY_MS;
    for (const script of generateHistory(programme.desks, options)) this.#take(script, nowMs);
    this.#writeAhead(nowMs);
  }

  /** When the next thing happens. */
  nextDueMs(): number {
    return this.#cues[0]?.atMs ?? Number.POSITIVE_INFINITY;
  }

  /**
   * From now on the agent of these desks tells the app of its runs; first of all of those that are past.
   *
   * @param deskKeys - as scripts name them
   */
  async connect(
    deskKeys: readonly string[],
    telemetry: AgentTelemetry,
    pause: () => Promise<void>,
  ): Promise<void> {
    for (const key of deskKeys) this.#telemetry.set(key, telemetry);
    const isOfDesks = ({ script }: ToldRun): boolean => deskKeys.includes(script.deskKey);
    const past = this.#untold.filter(isOfDesks).sort((a, b) => a.action.atMs - b.action.atMs);
    this.#untold = this.#untold.filter((run) => !isOfDesks(run));
    await telemetry.tell(past, pause);
  }

  /** Does everything that is due by `nowMs`, which must be the world's time. */
  async playDue(nowMs: number): Promise<void> {
    while (this.nextDueMs() <= nowMs) {
      const cue = this.#cues.shift();
      if (cue !== undefined) await this.#play(cue);
    }
    this.#writeAhead(nowMs);
  }

  #writeAhead(nowMs: number): void {
    while (this.#writtenUntilMs < nowMs + DAYS_AHEAD * DAY_MS) {
      for (const script of this.#days.next().value.scripts) this.#take(script, nowMs);
      this.#writtenUntilMs += DAY_MS;
    }
  }

  #take(script: TicketScript, nowMs: number): void {
    if (script.openedAtMs <= nowMs) {
      const past = this.#stageOf(script).importPast(script, nowMs);
      this.#keys.set(script.id, past.key);
      for (const action of script.actions) {
        if (action.kind === 'run' && action.atMs <= nowMs)
          this.#untold.push({ script, action, ticketKey: past.keyAt(action.atMs) });
      }
    } else this.#cues.push({ atMs: script.openedAtMs, script, action: null });
    this.#await(script, nowMs);
  }

  /** What of the script happens after `afterMs` will be played. */
  #await(script: TicketScript, afterMs: number): void {
    for (const action of script.actions) {
      if (action.atMs > afterMs) this.#cues.push({ atMs: action.atMs, script, action });
    }
    this.#cues.sort((a, b) => a.atMs - b.atMs);
  }

  async #play({ script, action }: Cue): Promise<void> {
    const stage = this.#stageOf(script);
    if (action === null) {
      this.#keys.set(script.id, stage.open(script));
      return;
    }
    const ticketKey = this.#keys.get(script.id);
    if (ticketKey === undefined) throw new Error(`${script.id} acts before it is opened`);
    if (action.kind === 'run') return this.#run({ script, action, ticketKey });
    try {
      this.#keys.set(script.id, stage.act(script, action, ticketKey));
    } catch (error) {
      // Somebody at the screen has taken the ticket elsewhere; the script goes on as it can.
      this.refusedActions += 1;
      if (!(error instanceof Error)) throw error;
    }
  }

  /** The agent asks before it acts, and obeys. */
  async #run(run: ToldRun): Promise<void> {
    const { script, action } = run;
    const telemetry = this.#telemetry.get(script.deskKey);
    if (telemetry === undefined) {
      this.#untold.push(run);
      return;
    }
    if (await telemetry.ask(run)) return;
    // What would have followed does not, and nobody comes back to an answer that was never given.
    const dropped = [script.id, `${script.id}:again`];
    this.#cues = this.#cues.filter((cue) => !dropped.includes(cue.script.id));
    const taken = takeOver(script, action, this.#options, this.#programme.desks);
    this.#await(taken, action.atMs);
  }

  #stageOf({ deskKey }: TicketScript): Stage {
    const stage = this.#programme.stages.get(deskKey);
    if (stage === undefined) throw new Error(`deskKey: nothing is played on "${deskKey}"`);
    return stage;
  }
}
