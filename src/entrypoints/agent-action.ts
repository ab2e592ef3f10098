import { z } from 'zod';

import {
  readDeskKpisInputSchema,
  recordAiOutcomeInputSchema,
  type RecordedAiOutcome,
  type ToldKpis,
} from '../contract';
import { assertNever, type AppError, type Result } from '../domain/app-error';
import type { Deps } from '../usecases/deps';
import { tellDeskKpis } from '../usecases/tell-desk-kpis';
import { recordAiOutcome } from '../usecases/record-ai-outcome';

/** Stops an Automation rule, whose owner reads why; a Rovo agent tells the person in the chat. */
interface ActionRefusal {
  readonly errors: readonly { readonly message: string }[];
}

/** *Record AI outcome*, by a rule or an agent, for whoever it acts for. */
export const createRecordOutcomeAction = (deps: Deps) =>
  action(recordAiOutcomeInputSchema, {
    // Absent and not yours are told alike.
    absent:
      'ticket: there is no such ticket on a service desk, or you may not record outcomes on it',
    act: (input): Promise<Result<RecordedAiOutcome>> => recordAiOutcome(deps, input),
  });

/** *Get desk KPIs*, by a rule or an agent, for whoever it acts for. */
export const createDeskKpisAction = (deps: Deps) =>
  action(readDeskKpisInputSchema, {
    absent: 'project: there is no such service desk, or you may not browse it',
    act: (input): Promise<Result<ToldKpis>> => tellDeskKpis(deps, input),
  });

/** The platform names the person; what an agent says of it in the inputs counts for nothing. */
const contextSchema = z.object({ principal: z.object({ accountId: z.string() }) });

const action =
  <S extends z.ZodType, R>(
    schema: S,
    {
      absent,
      act,
    }: {
      readonly absent: string;
      readonly act: (input: z.output<S>) => Promise<Result<R>>;
    },
  ) =>
  async (payload: unknown, context: unknown): Promise<R | ActionRefusal> => {
    if (!contextSchema.safeParse(context).success) return refusal([absent]);
    const input = schema.safeParse(payload);
    if (!input.success) {
      return refusal(
        input.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
      );
    }
    const done = await act(input.data);
    return done.ok ? done.value : refusal(reasonsOf(done.error, absent));
  };

const refusal = (reasons: readonly string[]): ActionRefusal => ({
  errors: reasons.map((message) => ({ message })),
});

function reasonsOf(error: AppError, absent: string): readonly string[] {
  switch (error.kind) {
    case 'invalid-input':
      return error.issues;
    case 'not-found-or-not-permitted':
      return [absent];
    case 'conflict':
    case 'source-unavailable':
      return ['Jira is busy. Nothing was recorded; run this again in a few minutes'];
    case 'source-refused':
      return [
        'ServiceNow refused the app. Nothing was recorded; an administrator has to look at the connection',
      ];
    case 'source-malformed':
      return ['Jira answered in a form that the app does not know. Nothing was recorded'];
    default:
      return assertNever(error);
  }
}
