import { err, ok, type Result } from '../../domain/app-error';
import { OUTCOME_LABELS } from '../../domain/outcome/outcome-label';
import type { TicketTag, TicketTagger } from '../../ports/ticket-tagger';
import { failureOf } from './call-jira';
import type { JiraApi, JiraResponse } from './jira-api';

/** Tags as an entity property, for JQL and code, and as a read-only field, for people. */
export function createJiraTicketTagger(api: JiraApi): TicketTagger {
  return {
    async tag(ticketId, tag) {
      const issueId = plainId(ticketId);
      const property = await api.putIssueProperty(issueId, propertyOf(tag));
      if (property.status === 404) return ok('ticket-gone');
      const failure = failureOf(property);
      if (failure !== null) return failure;
      const field = await api.putOutcomeField([
        { issueIds: [Number(issueId)], value: OUTCOME_LABELS[tag.outcome] },
      ]);
      return outcomeOf(field, 'tagged');
    },

    async tagMany(tickets) {
      const property = await api.putIssueProperties(
        tickets.map(({ ticketId, tag }) => ({
          issueId: Number(plainId(ticketId)),
          value: propertyOf(tag),
        })),
      );
      const failure = failureOf(property);
      if (failure !== null) return failure;
      const byLabel = new Map<string, number[]>();
      for (const { ticketId, tag } of tickets) {
        const label = OUTCOME_LABELS[tag.outcome];
        byLabel.set(label, [...(byLabel.get(label) ?? []), Number(plainId(ticketId))]);
      }
      const field = await api.putOutcomeField(
        [...byLabel].map(([value, issueIds]) => ({ issueIds, value })),
      );
      return outcomeOf(field, 'tagged');
    },
  };
}

/** The value of the `firstline` property; JQL aliases point into it. Absent facts are left out. */
const propertyOf = (tag: TicketTag): Readonly<Record<string, unknown>> => ({
  outcome: tag.outcome,
  rule: tag.rule,
  episodes: tag.episodes,
  ...(tag.evidence === null ? {} : { evidence: tag.evidence }),
  ...(tag.agent === null ? {} : { agent: tag.agent }),
  ...(tag.confidence === null ? {} : { confidence: tag.confidence }),
  ...(tag.decidedAt === null ? {} : { decidedAt: new Date(tag.decidedAt).toISOString() }),
});

const plainId = (ticketId: string): string => ticketId.replace(/^jira:/, '');

function outcomeOf<T>(response: JiraResponse, value: T): Result<T> {
  const failure = failureOf(response);
  if (failure === null) return ok(value);
  return failure.ok ? err({ kind: 'not-found-or-not-permitted' }) : failure;
}
