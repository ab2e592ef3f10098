import { z } from 'zod';

import { InvocationFailure } from '../app/invocation-failure';
import type { Invoker } from '../app/invoker';
import { SITE } from '../app/site';
import type { ActionModule, Manifest } from '../manifest-schema';
import type { ActionCall, ActionOutcome } from './action-types';
import { hasOutputs, inputProblems } from './action-values';

const errorsSchema = z.looseObject({
  errors: z.array(z.looseObject({ message: z.string() })).min(1),
});

/** Runs the app's actions, as Automation's rules and Rovo's agents do. */
export class Actions {
  readonly #manifest: Manifest;
  readonly #invoker: Invoker;

  constructor(manifest: Manifest, invoker: Invoker) {
    this.#manifest = manifest;
    this.#invoker = invoker;
  }

  /** @param context - second argument of the function, which names the person */
  async invoke(call: ActionCall, context: object): Promise<ActionOutcome> {
    const action = this.find(call);
    const inputs = inputProblems(action.inputs, call.inputs);
    if (Object.keys(inputs).length > 0) return { status: 'invalid', inputs };
    try {
      const value = await this.#invoker.invoke({
        kind: 'action',
        functionKey: action.function,
        moduleKey: action.key,
        moduleType: 'core:action',
        accountId: call.accountId,
        request: { ...call.inputs, context: payloadContext(call) },
        context,
        origin: null,
      });
      const refusal = errorsSchema.safeParse(value);
      if (refusal.success) {
        return { status: 'refused', errors: refusal.data.errors.map(({ message }) => message) };
      }
      return hasOutputs(action.outputs, value) ? { status: 'done', value } : { status: 'failed' };
    } catch (error) {
      if (error instanceof InvocationFailure) return { status: 'failed' };
      throw error;
    }
  }

  /** @throws Error when there is no such action, or none for whoever calls */
  find({ actionKey, from }: Pick<ActionCall, 'actionKey' | 'from'>): ActionModule {
    const { modules } = this.#manifest;
    const action = modules.action.find(({ key }) => key === actionKey);
    if (action === undefined) throw new Error(`manifest.yml has no action '${actionKey}'`);
    const isProvided = modules['automation:actionProvider'].some(({ actions }) =>
      actions.includes(actionKey),
    );
    if (from === 'agent' || isProvided) return action;
    throw new Error(`manifest.yml: no automation:actionProvider lists '${actionKey}': add it`);
  }
}

const payloadContext = ({ actionKey, issue }: ActionCall): object => ({
  cloudId: SITE.cloudId,
  moduleKey: actionKey,
  ...(issue === undefined ? {} : { jira: { resourceType: 'issue', ...issue } }),
});
