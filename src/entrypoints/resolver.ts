import { makeResolver } from '@forge/resolver';
import type { z } from 'zod';

import {
  changeCredentialInputSchema,
  connectServiceNowInputSchema,
  controlBackfillInputSchema,
  createCredentialInputSchema,
  decidePolicyProposalInputSchema,
  disconnectServiceNowInputSchema,
  publishEscalationPolicyInputSchema,
  readEscalationPolicyInputSchema,
  publishSettingsInputSchema,
  readDeskSettingsInputSchema,
  readPreviewInputSchema,
  noInputSchema,
  overrideOutcomeInputSchema,
  readOverrideOptionsInputSchema,
  comparePeriodsInputSchema,
  listDesksInputSchema,
  listTicketsInputSchema,
  readBreakdownInputSchema,
  readDeskChoicesInputSchema,
  readDeskComparisonInputSchema,
  readDeskScorecardInputSchema,
  readDeskTrendInputSchema,
  readFeedbackPartInputSchema,
  readScoreReportInputSchema,
  readThresholdLabInputSchema,
  readTicketVerdictInputSchema,
  registerActorInputSchema,
  saveActorsInputSchema,
  saveOverridePolicyInputSchema,
  saveServiceNowMappingInputSchema,
  startFeedbackExportInputSchema,
  startPreviewInputSchema,
  testServiceNowInputSchema,
  undoOverrideInputSchema,
  unregisterActorInputSchema,
  type ResolverContract,
} from '../contract';
import { err, type Result } from '../domain/app-error';
import { changeCredential } from '../usecases/change-credential';
import { connectServiceNow } from '../usecases/connect-service-now';
import { controlBackfill } from '../usecases/control-backfill';
import { comparePeriods } from '../usecases/compare-periods';
import { createCredential } from '../usecases/create-credential';
import { decidePolicyProposal } from '../usecases/decide-policy-proposal';
import type { Deps } from '../usecases/deps';
import { disconnectServiceNow } from '../usecases/disconnect-service-now';
import { exportSettings } from '../usecases/export-settings';
import { issueServiceNowPushSecret } from '../usecases/issue-push-secret';
import { listDesks } from '../usecases/list-desks';
import { publishEscalationPolicy } from '../usecases/publish-escalation-policy';
import { publishSettings } from '../usecases/publish-settings';
import { readEscalationPolicy } from '../usecases/read-escalation-policy';
import { readDeskChoices } from '../usecases/read-desk-choices';
import { readDeskComparison } from '../usecases/read-desk-comparison';
import { readDeskSettings } from '../usecases/read-desk-settings';
import { readPreview } from '../usecases/read-preview';
import { overrideOutcome } from '../usecases/override-outcome';
import { readAdministration } from '../usecases/read-administration';
import { readOverrideOptions } from '../usecases/read-override-options';
import { listTickets } from '../usecases/list-tickets';
import { readBreakdown } from '../usecases/read-breakdown';
import { readDeskScorecard } from '../usecases/read-desk-scorecard';
import { readDeskTrend } from '../usecases/read-desk-trend';
import { readScoreReport } from '../usecases/read-score-report';
import { readFeedbackExport } from '../usecases/read-feedback-export';
import { readFeedbackPart } from '../usecases/read-feedback-part';
import { readServiceNow } from '../usecases/read-service-now';
import { readServiceNowChoices } from '../usecases/read-service-now-choices';
import { readTelemetryStatus } from '../usecases/read-telemetry-status';
import { readThresholdLab } from '../usecases/read-threshold-lab';
import { readTicketVerdict } from '../usecases/read-ticket-verdict';
import { registerActor } from '../usecases/register-actor';
import { saveActors } from '../usecases/save-actors';
import { saveServiceNowMapping } from '../usecases/save-service-now-mapping';
import { saveOverridePolicy } from '../usecases/save-override-policy';
import { startFeedbackExport } from '../usecases/start-feedback-export';
import { startPreview } from '../usecases/start-preview';
import { testServiceNow } from '../usecases/test-service-now';
import { undoOverride } from '../usecases/undo-override';
import { unregisterActor } from '../usecases/unregister-actor';

/** Parse, delegate, return. Each use case asks for the viewer's permission before anything else. */
export const createResolver = (deps: Deps) =>
  makeResolver<ResolverContract>({
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
    readDeskComparison: parsed(readDeskComparisonInputSchema, (input) =>
      readDeskComparison(deps, input),
    ),
    readScoreReport: parsed(readScoreReportInputSchema, (input) => readScoreReport(deps, input)),
    readDeskChoices: parsed(readDeskChoicesInputSchema, (input) => readDeskChoices(deps, input)),
    readDeskSettings: parsed(readDeskSettingsInputSchema, (input) => readDeskSettings(deps, input)),
    startPreview: parsed(startPreviewInputSchema, (input) => startPreview(deps, input)),
    readPreview: parsed(readPreviewInputSchema, (input) => readPreview(deps, input)),
    publishSettings: parsed(publishSettingsInputSchema, (input, viewer) =>
      publishSettings(deps, input, viewer),
    ),
    readThresholdLab: parsed(readThresholdLabInputSchema, (input) => readThresholdLab(deps, input)),
    saveOverridePolicy: parsed(saveOverridePolicyInputSchema, (input, viewer) =>
      saveOverridePolicy(deps, input, viewer),
    ),
    readEscalationPolicy: parsed(readEscalationPolicyInputSchema, (input, viewer) =>
      readEscalationPolicy(deps, input, viewer),
    ),
    publishEscalationPolicy: parsed(publishEscalationPolicyInputSchema, (input, viewer) =>
      publishEscalationPolicy(deps, input, viewer),
    ),
    decidePolicyProposal: parsed(decidePolicyProposalInputSchema, (input, viewer) =>
      decidePolicyProposal(deps, input, viewer),
    ),
    readOverrideOptions: parsed(readOverrideOptionsInputSchema, (input) =>
      readOverrideOptions(deps, input),
    ),
    overrideOutcome: parsed(overrideOutcomeInputSchema, (input, viewer) =>
      overrideOutcome(deps, input, viewer),
    ),
    undoOverride: parsed(undoOverrideInputSchema, (input, viewer) =>
      undoOverride(deps, input, viewer),
    ),
    readAdministration: parsed(noInputSchema, () => readAdministration(deps)),
    saveActors: parsed(saveActorsInputSchema, (input, viewer) => saveActors(deps, input, viewer)),
    registerActor: parsed(registerActorInputSchema, (input, viewer) =>
      registerActor(deps, input, viewer),
    ),
    unregisterActor: parsed(unregisterActorInputSchema, (input, viewer) =>
      unregisterActor(deps, input, viewer),
    ),
    controlBackfill: parsed(controlBackfillInputSchema, (input, viewer) =>
      controlBackfill(deps, input, viewer),
    ),
    exportSettings: parsed(noInputSchema, () => exportSettings(deps)),
    createCredential: parsed(createCredentialInputSchema, (input, viewer) =>
      createCredential(deps, input, viewer),
    ),
    changeCredential: parsed(changeCredentialInputSchema, (input, viewer) =>
      changeCredential(deps, input, viewer),
    ),
    readTelemetryStatus: parsed(noInputSchema, () => readTelemetryStatus(deps)),
    startFeedbackExport: parsed(startFeedbackExportInputSchema, (input, viewer) =>
      startFeedbackExport(deps, input, viewer),
    ),
    readFeedbackExport: parsed(noInputSchema, () => readFeedbackExport(deps)),
    readFeedbackPart: parsed(readFeedbackPartInputSchema, (input) => readFeedbackPart(deps, input)),
    readServiceNow: parsed(noInputSchema, () => readServiceNow(deps)),
    testServiceNow: parsed(testServiceNowInputSchema, (input) => testServiceNow(deps, input)),
    connectServiceNow: parsed(connectServiceNowInputSchema, (input, viewer) =>
      connectServiceNow(deps, input, viewer),
    ),
    readServiceNowChoices: parsed(noInputSchema, () => readServiceNowChoices(deps)),
    saveServiceNowMapping: parsed(saveServiceNowMappingInputSchema, (input, viewer) =>
      saveServiceNowMapping(deps, input, viewer),
    ),
    issueServiceNowPushSecret: parsed(noInputSchema, (_, viewer) =>
      issueServiceNowPushSecret(deps, viewer),
    ),
    disconnectServiceNow: parsed(disconnectServiceNowInputSchema, (input, viewer) =>
      disconnectServiceNow(deps, input, viewer),
    ),
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
