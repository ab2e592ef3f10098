import { z } from 'zod';

import type { ForgeHost } from '../../forge/host';
import type { RunAction, TicketScript } from '../ticket-script';
import { runSpans, traceIdOf, type OtlpSpan } from './run-spans';

/** A run of a ticket that is on the site. */
export interface ToldRun {
  readonly script: TicketScript;
  readonly action: RunAction;
  /** e.g. `IT-12` or `INC0010012`. */
  readonly ticketKey: string;
}

/** The agent as its exporter names it. */
export interface TellingAgent {
  readonly name: string;
  /** `service.name` of its resource. */
  readonly service: string;
}

/** What the app answers of runs that a policy says something about. */
const answerSchema = z.object({
  partialSuccess: z.object({ errorMessage: z.string() }).optional(),
  firstline: z
    .object({
      decisions: z.array(z.object({ run: z.string(), decision: z.enum(['proceed', 'hand-off']) })),
    })
    .optional(),
});
type Answer = z.infer<typeof answerSchema>;

const SPANS_PER_BATCH = 500;

/** Exporter of one of the demo's agents: sends its runs to the app, as any agent would. */
export class AgentTelemetry {
  readonly #host: ForgeHost;
  readonly #agent: TellingAgent;
  readonly #token: string;
  /** Runs that the app did not take. */
  refusals = 0;

  /** @param token - of the credential that an administrator made for the agent */
  constructor(host: ForgeHost, agent: TellingAgent, token: string) {
    this.#host = host;
    this.#agent = agent;
    this.#token = token;
  }

  /**
   * Tells of runs that are over and done with.
   *
   * @param pause - after each batch, so that the app takes in one after the other
   * @throws when the app refuses a batch: nobody has had time to forbid it
   */
  async tell(runs: readonly ToldRun[], pause: () => Promise<void>): Promise<void> {
    for (const batch of this.#batches(runs)) {
      const answer = await this.#send(batch);
      if ('refusal' in answer) throw new Error(`telemetry: ${answer.refusal}`);
      await pause();
    }
  }

  /**
   * May the agent act as the run came out? False: people take over. Where the app does not answer,
   * since somebody has revoked the credential for example, the agent works on as if there were none.
   */
  async ask(run: ToldRun): Promise<boolean> {
    const traceId = traceIdOf(run.script, run.action);
    const answer = await this.#send(this.#spansOf(run));
    if ('refusal' in answer) {
      this.refusals += 1;
      return true;
    }
    const decided = answer.firstline?.decisions.find((each) => each.run === traceId);
    return decided?.decision !== 'hand-off';
  }

  async #send(spans: readonly OtlpSpan[]): Promise<Answer | { readonly refusal: string }> {
    const { statusCode, body } = await this.#host.invokeWebTrigger({
      moduleKey: 'telemetry',
      method: 'POST',
      headers: {
        'Content-Type': ['application/json'],
        Authorization: [`Bearer ${this.#token}`],
      },
      body: JSON.stringify(exportOf(this.#agent, spans)),
    });
    if (statusCode !== 200) return { refusal: `${statusCode} ${body}` };
    const answer = answerSchema.parse(JSON.parse(body));
    return answer.partialSuccess === undefined
      ? answer
      : { refusal: answer.partialSuccess.errorMessage };
  }

  #spansOf({ script, action, ticketKey }: ToldRun): readonly OtlpSpan[] {
    return runSpans(script, action, ticketKey, this.#agent.name);
  }

  /** As an exporter sends them: whole runs here, though nothing asks for that. */
  #batches(runs: readonly ToldRun[]): readonly (readonly OtlpSpan[])[] {
    const full: OtlpSpan[][] = [];
    let batch: OtlpSpan[] = [];
    for (const run of runs) {
      const spans = this.#spansOf(run);
      if (batch.length + spans.length > SPANS_PER_BATCH) {
        full.push(batch);
        batch = [];
      }
      batch.push(...spans);
    }
    return batch.length === 0 ? full : [...full, batch];
  }
}

const exportOf = ({ service }: TellingAgent, spans: readonly OtlpSpan[]) => ({
  resourceSpans: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: service } }] },
      scopeSpans: [{ scope: { name: `${service}-agent` }, spans }],
    },
  ],
});
