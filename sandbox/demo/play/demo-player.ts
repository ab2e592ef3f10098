import type { JiraSite } from '../../jira/site';
import { accountIdOf } from '../accounts';
import { DEMO_DESKS, HISTORY_DAYS } from '../desk-model';
import { generateHistory, generateOnwards } from '../generate-history';
import type { DemoOptions } from '../generate-day';
import { takeOver } from '../take-over';
import type { ScriptAct, ScriptAction, TicketScript } from '../ticket-script';
import type { AgentTelemetry, ToldRun } from './agent-telemetry';
import { STRANGER } from './demo-site';
import { importPast } from './import-past';
import { STATUS_NAMES } from './status-names';

/** Something that is going to happen on the site. */
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
 * Plays the demo's scripts on a site: the past as history, everything from now on as it happens. The
 * AI agent asks the app before it acts; where the app hands a ticket off, people take over.
 */
export class DemoPlayer {
  readonly #site: JiraSite;
  readonly #options: DemoOptions;
  readonly #keys = new Map<string, string>();
  readonly #days: ReturnType<typeof generateOnwards>;
  #cues: Cue[] = [];
  #writtenUntilMs: number;
  /** Runs of before the app was told anything. */
  #untold: ToldRun[] = [];
  #telemetry: AgentTelemetry | null = null;
  /** Actions that the site refused, since somebody at the desk had acted otherwise. */
  refusedActions = 0;

  /** @param nowMs - on day 120 of the demo; what lies before is imported */
  constructor(site: JiraSite, options: DemoOptions, nowMs: number) {
    this.#site = site;
    this.#options = options;
    this.#days = generateOnwards(DEMO_DESKS, options);
    this.#writtenUntilMs = Date.parse(`${options.startDay}T00:00:00Z`) + HISTORY_DAYS * DAY_MS;
    for (const script of generateHistory(DEMO_DESKS, options)) this.#take(script, nowMs);
    this.#writeAhead(nowMs);
  }

  /** When the next thing happens. */
  nextDueMs(): number {
    return this.#cues[0]?.atMs ?? Number.POSITIVE_INFINITY;
  }

  /** From now on the agent tells the app of its runs; first of all of those that are past. */
  async connect(telemetry: AgentTelemetry, pause: () => Promise<void>): Promise<void> {
    this.#telemetry = telemetry;
    const past = this.#untold.sort((a, b) => a.action.atMs - b.action.atMs);
    this.#untold = [];
    await telemetry.tell(past, pause);
  }

  /** Does everything that is due by `nowMs`, which must be the site's time. */
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
      const issueKey = importPast(this.#site, script, nowMs).key;
      this.#keys.set(script.id, issueKey);
      for (const action of script.actions) {
        if (action.kind === 'run' && action.atMs <= nowMs)
          this.#untold.push({ script, action, issueKey });
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
    if (action === null) {
      const { key } = this.#site.createIssue({
        by: accountIdOf(script, { role: 'requester' }),
        project: script.deskKey,
        requestType: script.requestType,
        summary: script.summary,
        priority: script.priority,
      });
      this.#keys.set(script.id, key);
      return;
    }
    const issue = this.#keys.get(script.id);
    if (issue === undefined) throw new Error(`${script.id} acts before it is opened`);
    if (action.kind === 'run') return this.#run({ script, action, issueKey: issue });
    const isByStranger = 'by' in action && action.by.role === 'stranger';
    try {
      // Somebody who acts and whose account is deleted then: all that is left is an unknown id.
      if (isByStranger) this.#site.addUser(STRANGER);
      this.#act(script, action, issue);
    } catch (error) {
      // Somebody at the screen has taken the ticket elsewhere; the script goes on as it can.
      this.refusedActions += 1;
      if (!(error instanceof Error)) throw error;
    } finally {
      if (isByStranger) this.#site.removeUser(STRANGER.accountId);
    }
  }

  /** The agent asks before it acts, and obeys. */
  async #run(run: ToldRun): Promise<void> {
    if (this.#telemetry === null) {
      this.#untold.push(run);
      return;
    }
    if (await this.#telemetry.ask(run)) return;
    const { script, action } = run;
    // What would have followed does not, and nobody comes back to an answer that was never given.
    const dropped = [script.id, `${script.id}:again`];
    this.#cues = this.#cues.filter((cue) => !dropped.includes(cue.script.id));
    this.#await(takeOver(script, action, this.#options), action.atMs);
  }

  #act(script: TicketScript, action: ScriptAct, issue: string): void {
    const site = this.#site;
    switch (action.kind) {
      case 'comment':
        site.addComment({
          by: accountIdOf(script, action.by),
          issue,
          isPublic: action.isPublic,
          body: action.text,
        });
        return;
      case 'assign':
        site.assign({
          by: accountIdOf(script, action.by),
          issue,
          assignee: accountIdOf(script, action.to),
        });
        return;
      case 'status':
        site.transition({
          by: accountIdOf(script, action.by),
          issue,
          to: STATUS_NAMES[action.to],
          resolution: action.resolution,
        });
        return;
      case 'rate':
        site.giveFeedback({
          by: accountIdOf(script, { role: 'requester' }),
          issue,
          rating: action.rating,
        });
    }
  }
}
