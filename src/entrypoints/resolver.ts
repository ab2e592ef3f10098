import { makeResolver } from '@forge/resolver';
import type { z } from 'zod';

import {
  comparePeriodsInputSchema,
  listDesksInputSchema,
  listTicketsInputSchema,
  readBreakdownInputSchema,
  readDeskScorecardInputSchema,
  readDeskTrendInputSchema,
  readScoreReportInputSchema,
  readTicketVerdictInputSchema,
  saveActorsInputSchema,
  type ResolverContract,
} from '../contract';
import { err, type Result } from '../domain/app-error';
import { comparePeriods } from '../usecases/compare-periods';
import type { Deps } from '../usecases/deps';
import { listDesks } from '../usecases/list-desks';
import { listTickets } from '../usecases/list-tickets';
import { readBreakdown } from '../usecases/read-breakdown';
import { readDeskScorecard } from '../usecases/read-desk-scorecard';
import { readDeskTrend } from '../usecases/read-desk-trend';
import { readScoreReport } from '../usecases/read-score-report';
import { readTicketVerdict } from '../usecases/read-ticket-verdict';
import { saveActors } from '../usecases/save-actors';

/** Calls that are there by now. */
type Ready =
  | 'readDeskScorecard'
  | 'readDeskTrend'
  | 'readBreakdown'
  | 'comparePeriods'
  | 'listTickets'
  | 'readTicketVerdict'
  | 'listDesks'
  | 'readScoreReport'
  | 'saveActors';

/** Parse, delegate, return. Each use case asks for the viewer's permission before anything else. */
export const createResolver = (deps: Deps) =>
  makeResolver<Pick<ResolverContract, Ready>>({
    readDeskScorecard: parsed(readDeskScorecardInputSchema, (input) =>
      readDeskScorecard(deps, input),
    ),
    readDeskTrend: parsed(readDeskTrendInputSchema, (input) => readDeskTrend(deps, input)),
    readBreakdown: parsed(readBreakdownInputSchema, (input) => readBreakdown(deps, input)),
    comparePeriods: parsed(comparePeriodsInputSchema, (input) => comparePeriods(deps, input)),
    listTickets: parsed(listTicketsInputSchema, (input) => listTickets(deps, input)),
    readTicketVerdict: parsed(readTicketVerdictInputSchema, (input) =>
      readTicketVerdict(deps, input),
    ),
    listDesks: parsed(listDesksInputSchema, () => listDesks(deps)),
    readScoreReport: parsed(readScoreReportInputSchema, (input) => readScoreReport(deps, input)),
    saveActors: parsed(saveActorsInputSchema, (input) => saveActors(deps, input)),
  });

/** A handler that sees its input only after it was parsed; what does not fit is told by field. */
const parsed =
  <S extends z.ZodType, R>(schema: S, handle: (input: z.output<S>) => Promise<Result<R>>) =>
  async ({ payload }: { readonly payload: unknown }): Promise<Result<R>> => {
    const input = schema.safeParse(payload ?? {});
    if (input.success) return handle(input.data);
    return err({
      kind: 'invalid-input',
      issues: input.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    });
  };
