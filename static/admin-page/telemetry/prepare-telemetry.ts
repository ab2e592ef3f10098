import type {
  CredentialView,
  TelemetryStatus,
  TicketRecord,
  WaitingHandOff,
} from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';
import { sightOf, type IssuesRead, type Sight } from '../../shared/jira/issues-read';
import type { JiraIssue } from '../../shared/jira/read-issues';
import { handOffProblemWords } from '../../shared/texts/hand-off-problem-words';
import { reasonWords } from '../../shared/texts/reason-words';
import type { MomentView } from '../prepare-desks';

export interface CredentialRowView {
  readonly credentialId: string;
  readonly label: string;
  readonly agent: string;
  readonly created: MomentView;
  /** Who made it, as Jira shows them to the viewer. */
  readonly createdBy: string;
  readonly lastUsed: MomentView;
  readonly status: {
    readonly label: string;
    readonly appearance: 'success' | 'default' | 'removed';
  };
  /** Until when the secret before holds, or when it ended; null: nothing to add. */
  readonly note: string | null;
  readonly isRevoked: boolean;
}

export interface UnmatchedRowView {
  readonly agentId: string;
  readonly agent: string;
  readonly runs: string;
  readonly lastReceived: MomentView;
}

export interface WaitingRowView {
  readonly handOffId: string;
  readonly ticket: {
    readonly issueId: string;
    readonly sight: Sight;
    readonly issue: JiraIssue | null;
    readonly record: TicketRecord | null;
    readonly episode: null;
  };
  readonly reason: string;
  readonly decided: MomentView;
  /** Why it is not done yet. */
  readonly state: string;
  /** Something is wrong that time alone may not mend. */
  readonly isStopped: boolean;
}

export interface TelemetryView {
  readonly credentials: readonly CredentialRowView[];
  readonly unmatched: readonly UnmatchedRowView[];
  readonly handOffs: readonly WaitingRowView[];
}

/** @param names - of accounts, as the viewer sees them */
export function prepareTelemetry(
  status: TelemetryStatus,
  { names, read }: { readonly names: ReadonlyMap<string, string>; readonly read: IssuesRead },
  formats: Formats,
): TelemetryView {
  const { count } = formats;
  const moment = momentsAt(Date.parse(status.asOf), formats);
  return {
    credentials: [...status.credentials]
      .sort(byUse)
      .map((credential) => credentialRow(credential, moment, names, formats)),
    unmatched: status.unmatched.map(({ agentId, agentName, runs, lastReceivedAt }) => ({
      agentId,
      agent: agentName ?? agentId,
      runs: count(runs),
      lastReceived: moment(lastReceivedAt),
    })),
    handOffs: status.handOffs.map((row) => ({
      handOffId: row.handOffId,
      ticket: {
        issueId: row.issueId,
        sight: row.record === null ? sightOf(read, row.issueId) : 'visible',
        issue: read.issues.get(row.issueId) ?? null,
        record: row.record,
        episode: null,
      },
      reason: reasonWords(row.reason, formats.t) ?? row.reason,
      decided: moment(row.decidedAt),
      state: stateWords(row, formats),
      isStopped: row.problem !== null,
    })),
  };
}

type Moments = (iso: string | null) => MomentView;

const momentsAt =
  (asOfMs: number, { t, ago, exactTime }: Formats): Moments =>
  (iso) =>
    iso === null
      ? { text: t('admin.never'), exact: null }
      : { text: ago(iso, asOfMs), exact: exactTime(iso) };

/** Those that hold first; then the newest. */
const byUse = (a: CredentialView, b: CredentialView): number =>
  Number(a.revokedAt !== null) - Number(b.revokedAt !== null) ||
  Date.parse(b.createdAt) - Date.parse(a.createdAt);

function credentialRow(
  credential: CredentialView,
  moment: Moments,
  names: ReadonlyMap<string, string>,
  { t, dateTime }: Formats,
): CredentialRowView {
  const { credentialId, label, agentId, agentName, createdBy } = credential;
  const { revokedAt, lastUsedAt, formerSecretUntil } = credential;
  const standing = revokedAt !== null ? 'revoked' : lastUsedAt === null ? 'unused' : 'active';
  const appearances = { revoked: 'removed', unused: 'default', active: 'success' } as const;
  return {
    credentialId,
    label,
    agent: agentName ?? agentId,
    created: moment(credential.createdAt),
    createdBy: names.get(createdBy) ?? createdBy,
    lastUsed: moment(lastUsedAt),
    status: { label: t(`admin.credential.${standing}`), appearance: appearances[standing] },
    note:
      revokedAt !== null
        ? t('admin.credential.revokedOn', { time: dateTime(revokedAt) })
        : formerSecretUntil === null
          ? null
          : t('admin.credential.formerUntil', { time: dateTime(formerSecretUntil) }),
    isRevoked: revokedAt !== null,
  };
}

function stateWords({ problem, attempts, step }: WaitingHandOff, { t }: Formats): string {
  if (problem === null) {
    return t(`admin.handOffs.step.${step === 'commented' || step === 'routed' ? step : 'due'}`);
  }
  return t.plural('admin.handOffs.problem', attempts, {
    problem: handOffProblemWords(problem, t),
  });
}
