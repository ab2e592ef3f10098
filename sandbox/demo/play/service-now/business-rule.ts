import { createHmac } from 'node:crypto';

import type { SandboxClock } from '../../../clock';
import type { ForgeHost } from '../../../forge/host';
import type { InstanceChange, ServiceNowInstance } from '../../../servicenow/instance';
import type { Player } from '../../../player';

/** What a rule signs with, as the administrator pasted it. */
export interface PushSigning {
  readonly connectionId: string;
  readonly secret: string;
}

/** The instance's own queue gets to it then. */
const AFTER_MS = 1_000;

/**
 * The Business Rule of the administration page, as an instance runs it: after each change of an incident,
 * signed, asynchronously. What the app does not take is let go; its poll finds it.
 */
export class BusinessRule implements Player {
  readonly #host: ForgeHost;
  readonly #clock: SandboxClock;
  readonly #signing: PushSigning;
  readonly #due: { readonly atMs: number; readonly change: InstanceChange }[] = [];
  /** Answers by status. */
  readonly answers = new Map<number, number>();

  constructor(
    instance: ServiceNowInstance,
    { host, clock }: { readonly host: ForgeHost; readonly clock: SandboxClock },
    signing: PushSigning,
  ) {
    this.#host = host;
    this.#clock = clock;
    this.#signing = signing;
    instance.onChange((change) => this.#due.push({ atMs: clock.now() + AFTER_MS, change }));
  }

  nextDueMs(): number {
    return this.#due[0]?.atMs ?? Number.POSITIVE_INFINITY;
  }

  async playDue(nowMs: number): Promise<void> {
    for (let next = this.#due[0]; next !== undefined && next.atMs <= nowMs; next = this.#due[0]) {
      this.#due.shift();
      await this.#push(next.change);
    }
  }

  async #push({ sysId, operation, updatedOn }: InstanceChange): Promise<void> {
    const { connectionId, secret } = this.#signing;
    const body = JSON.stringify({ sys_id: sysId, operation, sys_updated_on: updatedOn });
    const timestamp = String(Math.floor(this.#clock.now() / 1_000));
    const mac = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    const { statusCode } = await this.#host.invokeWebTrigger({
      moduleKey: 'servicenow',
      method: 'POST',
      headers: {
        'Content-Type': ['application/json'],
        'X-Firstline-Key': [connectionId],
        'X-Firstline-Timestamp': [timestamp],
        'X-Firstline-Signature': [`v1=${mac}`],
      },
      body,
    });
    this.answers.set(statusCode, (this.answers.get(statusCode) ?? 0) + 1);
  }
}
