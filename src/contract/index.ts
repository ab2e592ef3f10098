import { z } from 'zod';

import type { Result } from '../domain/app-error';
import type { RateName, Scorecard } from '../domain/kpi/scorecard';
import type { Definition } from '../domain/outcome/definition';
import type * as admin from './administration';
import type { DeskComparison, ReadDeskComparisonInput } from './desk-comparison';
import type { DeskScorecard, ReadDeskScorecardInput } from './desk-scorecard';
import type * as settings from './desk-settings';
import type * as serviceNow from './service-now';
import type * as escalation from './escalation-policy';
import { projectSchema, type DeskLabel } from './inputs';
import type * as reports from './reports';
import type * as telemetry from './telemetry';
import type { ReadThresholdLabInput, ThresholdLab } from './threshold-lab';
import type * as ticket from './ticket-verdict';

export type { AppError, Result } from '../domain/app-error';
export type { CohortName } from '../domain/kpi/cohort';
export type {
  DurationMeasure,
  Rate,
  RateDifference,
  RatingMeasure,
} from '../domain/kpi/measurement';
export type { RateName, Rates, Scorecard, TimesToResolve } from '../domain/kpi/scorecard';
export type { Evidence, Outcome, RuleName } from '../domain/outcome/outcome';
export type { ActorKind } from '../domain/timeline/actor';
export type { Source } from '../domain/timeline/source';
export * from './actions';
export * from './administration';
export { BREAKDOWN_DIMENSIONS, PERIOD_DAYS, TREND_DAYS } from './catalogue';
export type { BreakdownDimension, PeriodDays, TicketSort, TrendDays } from './catalogue';
export * from './desk-comparison';
export * from './desk-scorecard';
export * from './desk-settings';
export * from './escalation-policy';
export type { DeskLabel, TicketRecord } from './inputs';
export * from './reports';
export * from './service-now';
export * from './telemetry';
export * from './threshold-lab';
export * from './ticket-verdict';

export const listDesksInputSchema = z.strictObject({});
export type ListDesksInput = z.infer<typeof listDesksInputSchema>;

export interface DeskChoice extends Pick<DeskLabel, 'name' | 'source'> {
  readonly projectKey: string;
}

export const readScoreReportInputSchema = z.strictObject({ project: projectSchema });
export type ReadScoreReportInput = z.infer<typeof readScoreReportInputSchema>;

/** The desk's part of a score report (rule book, section 7), over all of its days. */
export interface DeskScoreReport {
  readonly desk: string;
  readonly asOf: string | null;
  readonly definition: Definition;
  readonly score: Scorecard;
}

/** KPIs a gadget can show, by the catalogue's names. */
export type GadgetKpi = RateName | 'mttr';

/** What panels may ask of the backend. `static/` imports types from here and nowhere else. */
export type ResolverContract = {
  // For people who may browse the desk.
  readDeskScorecard: (input: ReadDeskScorecardInput) => Result<DeskScorecard>;
  readDeskTrend: (input: reports.ReadDeskTrendInput) => Result<reports.DeskTrend>;
  readBreakdown: (input: reports.ReadBreakdownInput) => Result<reports.Breakdown>;
  comparePeriods: (input: reports.ComparePeriodsInput) => Result<reports.PeriodComparison>;
  listTickets: (input: reports.ListTicketsInput) => Result<reports.TicketList>;
  readTicketVerdict: (input: ticket.ReadTicketVerdictInput) => Result<ticket.TicketVerdict>;
  readOverrideOptions: (input: ticket.ReadOverrideOptionsInput) => Result<ticket.OverrideOptions>;
  listDesks: (input: ListDesksInput) => Result<readonly DeskChoice[]>;
  /** Of those desks alone that the viewer may see. */
  readDeskComparison: (input: ReadDeskComparisonInput) => Result<DeskComparison>;
  readScoreReport: (input: ReadScoreReportInput) => Result<DeskScoreReport>;
  // For those whom the desk lets override.
  overrideOutcome: (input: ticket.OverrideOutcomeInput) => Result<ticket.TicketVerdict>;
  undoOverride: (input: ticket.UndoOverrideInput) => Result<ticket.TicketVerdict>;
  // For people who administer the project.
  /** Of a ServiceNow desk; a Jira desk's are read of Jira by the viewer's own page. */
  readDeskChoices: (input: settings.ReadDeskChoicesInput) => Result<settings.DeskChoices>;
  readDeskSettings: (input: settings.ReadDeskSettingsInput) => Result<settings.DeskSettings>;
  /** The preview's id. */
  startPreview: (input: settings.StartPreviewInput) => Result<string>;
  readPreview: (input: settings.ReadPreviewInput) => Result<settings.PreviewState>;
  /** The version that holds now; `conflict` when somebody published meanwhile. */
  publishSettings: (input: settings.PublishSettingsInput) => Result<number>;
  readThresholdLab: (input: ReadThresholdLabInput) => Result<ThresholdLab>;
  saveOverridePolicy: (input: settings.SaveOverridePolicyInput) => Result<'saved'>;
  readEscalationPolicy: (
    input: escalation.ReadEscalationPolicyInput,
  ) => Result<escalation.DeskEscalationPolicy>;
  /** `conflict` when another version holds than was seen, or a proposal waits already. */
  publishEscalationPolicy: (
    input: escalation.PublishEscalationPolicyInput,
  ) => Result<escalation.PolicyPublication>;
  /** The version that holds now; `conflict` when the proposal no longer waits. */
  decidePolicyProposal: (input: escalation.DecidePolicyProposalInput) => Result<number>;
  // For people who administer Jira.
  readAdministration: (input: admin.NoInput) => Result<admin.Administration>;
  saveActors: (input: admin.SaveActorsInput) => Result<'saved'>;
  registerActor: (input: admin.RegisterActorInput) => Result<'saved'>;
  unregisterActor: (input: admin.UnregisterActorInput) => Result<'saved'>;
  controlBackfill: (input: admin.ControlBackfillInput) => Result<'done'>;
  exportSettings: (input: admin.NoInput) => Result<admin.SettingsExport>;
  createCredential: (input: telemetry.CreateCredentialInput) => Result<telemetry.IssuedCredential>;
  changeCredential: (input: telemetry.ChangeCredentialInput) => Result<telemetry.IssuedCredential>;
  readTelemetryStatus: (input: admin.NoInput) => Result<telemetry.TelemetryStatus>;
  startFeedbackExport: (
    input: telemetry.StartFeedbackExportInput,
  ) => Result<telemetry.FeedbackExportState>;
  /** Of the latest; null before the first. */
  readFeedbackExport: (input: admin.NoInput) => Result<telemetry.FeedbackExportState | null>;
  readFeedbackPart: (input: telemetry.ReadFeedbackPartInput) => Result<telemetry.FeedbackPart>;
  readServiceNow: (input: admin.NoInput) => Result<serviceNow.ServiceNowStatus>;
  /** Stores nothing. */
  testServiceNow: (input: serviceNow.TestServiceNowInput) => Result<serviceNow.ServiceNowTest>;
  connectServiceNow: (
    input: serviceNow.ConnectServiceNowInput,
  ) => Result<serviceNow.ServiceNowConnecting>;
  /** `conflict` when nothing is connected, here as below. */
  readServiceNowChoices: (input: admin.NoInput) => Result<serviceNow.ServiceNowChoices>;
  /** The version that holds now; `conflict` when somebody changed the connection meanwhile. */
  saveServiceNowMapping: (input: serviceNow.SaveServiceNowMappingInput) => Result<number>;
  issueServiceNowPushSecret: (input: admin.NoInput) => Result<serviceNow.IssuedPushSecret>;
  disconnectServiceNow: (input: serviceNow.DisconnectServiceNowInput) => Result<'done'>;
};
