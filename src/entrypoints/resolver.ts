import { makeResolver } from '@forge/resolver';
import type { z } from 'zod';

import {
  listDesksInputSchema,
  publishSettingsInputSchema,
  readDeskScorecardInputSchema,
  readDeskSettingsInputSchema,
  readPreviewInputSchema,
  readScoreReportInputSchema,
  readTicketVerdictInputSchema,
  saveActorsInputSchema,
  saveOverridePolicyInputSchema,
  startPreviewInputSchema,
  type ResolverContract,
} from '../contract';
import { err, type Result } from '../domain/app-error';
import type { Deps } from '../usecases/deps';
import { listDesks } from '../usecases/list-desks';
import { publishSettings } from '../usecases/publish-settings';
import { readDeskScorecard } from '../usecases/read-desk-scorecard';
import { readDeskSettings } from '../usecases/read-desk-settings';
import { readPreview } from '../usecases/read-preview';
import { readScoreReport } from '../usecases/read-score-report';
import { readTicketVerdict } from '../usecases/read-ticket-verdict';
import { saveActors } from '../usecases/save-actors';
import { saveOverridePolicy } from '../usecases/save-override-policy';
import { startPreview } from '../usecases/start-preview';

/** Calls that are there by now. */
type Ready =
  | 'readDeskScorecard'
  | 'readTicketVerdict'
  | 'listDesks'
  | 'readScoreReport'
  | 'readDeskSettings'
  | 'startPreview'
  | 'readPreview'
  | 'publishSettings'
  | 'saveOverridePolicy'
  | 'saveActors';

/** Parse, delegate, return. Each use case asks for the viewer's permission before anything else. */
export const createResolver = (deps: Deps) =>
  makeResolver<Pick<ResolverContract, Ready>>({
    readDeskScorecard: parsed(readDeskScorecardInputSchema, (input) =>
      readDeskScorecard(deps, input),
    ),
    readTicketVerdict: parsed(readTicketVerdictInputSchema, (input) =>
      readTicketVerdict(deps, input),
    ),
    listDesks: parsed(listDesksInputSchema, () => listDesks(deps)),
    readScoreReport: parsed(readScoreReportInputSchema, (input) => readScoreReport(deps, input)),
    readDeskSettings: parsed(readDeskSettingsInputSchema, (input) => readDeskSettings(deps, input)),
    startPreview: parsed(startPreviewInputSchema, (input) => startPreview(deps, input)),
    readPreview: parsed(readPreviewInputSchema, (input) => readPreview(deps, input)),
    publishSettings: parsed(publishSettingsInputSchema, (input, viewer) =>
      publishSettings(deps, input, viewer),
    ),
    saveOverridePolicy: parsed(saveOverridePolicyInputSchema, (input, viewer) =>
      saveOverridePolicy(deps, input, viewer),
    ),
    saveActors: parsed(saveActorsInputSchema, (input) => saveActors(deps, input)),
  });

interface Call {
  readonly payload: unknown;
  /** From the platform, not from the page. */
  readonly context: { readonly accountId?: unknown };
}

type Handle<S extends z.ZodType, R> = (
  input: z.output<S>,
  viewer: { readonly accountId: string },
) => Promise<Result<R>>;

/**
 * A handler that sees its input only after it was parsed; what does not fit is told by field. Nobody
 * who is not signed in is answered.
 */
const parsed =
  <S extends z.ZodType, R>(schema: S, handle: Handle<S, R>) =>
  async ({ payload, context: { accountId } }: Call): Promise<Result<R>> => {
    if (typeof accountId !== 'string') return err({ kind: 'not-found-or-not-permitted' });
    const input = schema.safeParse(payload ?? {});
    if (input.success) return handle(input.data, { accountId });
    return err({
      kind: 'invalid-input',
      issues: input.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    });
  };
