/** A run of an `action`, by a step of an Automation rule or by a Rovo agent. */
export interface ActionCall {
  /** Key of the `action` module. */
  readonly actionKey: string;
  /** Automation runs the actions of an `automation:actionProvider` alone. */
  readonly from: 'automation' | 'agent';
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The rule's connection or the person in the chat: whom the action acts for. */
  readonly accountId: string;
  /** What the person looks at, or what the rule runs on; without it the payload says nothing of it. */
  readonly issue?: ActionIssue;
}

export interface ActionIssue {
  readonly url: string;
  readonly issueKey: string;
  readonly issueId: string;
  readonly issueType: string;
  readonly issueTypeId: string;
  readonly projectKey: string;
  readonly projectId: string;
}

/**
 * - `done`: with what the function returned
 * - `refused`: by the app, for these reasons; a rule stops and its owner reads them
 * - `invalid`: by the platform, which did not call the function; by input
 * - `failed`: the function threw or took too long, or its result is none of the declared outputs
 */
export type ActionOutcome =
  | { readonly status: 'done'; readonly value: unknown }
  | { readonly status: 'refused'; readonly errors: readonly string[] }
  | { readonly status: 'invalid'; readonly inputs: Readonly<Record<string, string>> }
  | { readonly status: 'failed' };
