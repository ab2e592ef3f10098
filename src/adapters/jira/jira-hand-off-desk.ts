import { z } from 'zod';

import { err, ok, type Result } from '../../domain/app-error';
import type { HandOffTarget } from '../../domain/escalation/policy';
import { MINUTE_MS } from '../../domain/time';
import { isRefusal, type HandOffDesk, type Refusal } from '../../ports/hand-off-desk';
import { failureOf, parseResponse } from './call-jira';
import { handOffDocument } from './hand-off-document';
import { commentSchema } from './issue-schema';
import type { JiraApi, JiraResponse } from './jira-api';
import { readRouting, routingEdits, type RoutedIssue } from './routing-edits';

/** Marks the comment of a hand-off, so that it is found again. */
export const HAND_OFF_PROPERTY = 'firstline.hand-off';
/** Jira Service Management's own mark of a comment that customers do not see. */
const PUBLIC_PROPERTY = 'sd.public.comment';
/** Jira's clock may be behind the agent's by this much. */
const CLOCK_SKEW_MS = 10 * MINUTE_MS;

const commentPageSchema = z.object({ comments: z.array(commentSchema), total: z.int().min(0) });
const markSchema = z.object({ id: z.string() });
const transitionsSchema = z.object({
  transitions: z.array(
    z.object({
      id: z.string(),
      to: z.object({ id: z.string() }),
      isAvailable: z.boolean().nullish(),
    }),
  ),
});
type Commented = { readonly commentId: string } | Refusal;

const refusalSchema = z.object({ errors: z.record(z.string(), z.unknown()).nullish() });

/** Hand-offs in Jira, by the app's own account. */
export function createJiraHandOffDesk(api: JiraApi): HandOffDesk {
  return {
    async readTicket(ticketId) {
      const issue = await answered(() => readRouting(api, plainId(ticketId), null));
      if (!issue.ok) return issue;
      if (issue.value === null) return ok('gone');
      return ok(issue.value.isDone ? 'done' : 'open');
    },

    findComment: (ticketId, { handOffId, decidedAt }) =>
      answered(() => findComment(api, plainId(ticketId), handOffId, decidedAt - CLOCK_SKEW_MS)),

    comment: (ticketId, packet) =>
      answered<Commented>(async () => {
        const response = await api.postComment(plainId(ticketId), {
          body: handOffDocument(packet),
          properties: [
            { key: PUBLIC_PROPERTY, value: { internal: true } },
            { key: HAND_OFF_PROPERTY, value: { id: packet.handOffId } },
          ],
        });
        if (isFinal(response)) return ok({ refused: ['comment'] });
        const posted = await parseResponse(response, z.object({ id: z.string() }));
        return posted.ok ? ok({ commentId: posted.value.id }) : posted;
      }),

    async route(ticketId, target, { keepsAssignee }) {
      const issueId = plainId(ticketId);
      const issue = await answered(() => readRouting(api, issueId, target.group));
      if (!issue.ok) return issue;
      if (issue.value === null) return err({ kind: 'not-found-or-not-permitted' });
      if (issue.value.isDone) return ok('routed');
      const { value } = issue;
      const staysWithPerson = keepsAssignee && value.isWithPerson;
      const wanted = staysWithPerson ? withoutPlace(target) : target;
      const edited = await answered(() => edit(api, issueId, value, wanted));
      if (!edited.ok || isRefusal(edited.value)) return edited;
      return answered(() => move(api, issueId, value, wanted));
    },
  };
}

/** No answer at all is like one that says "later": Jira may have taken the request or not. */
async function answered<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await ask();
  } catch (error) {
    // The platform's own word for it; anything else is a fault of ours.
    if (!isLostAnswer(error)) throw error;
    return err({
      kind: 'source-unavailable',
      source: 'jira',
      retryAfterMs: null,
      rateLimitReason: null,
    });
  }
}

const isLostAnswer = (error: unknown): boolean =>
  error instanceof Error && /fetch failed|network|timed? ?out|socket|ECONN/i.test(error.message);

/** The comment of a hand-off, from the newest back to the hand-off's time; null: there is none. */
async function findComment(
  api: JiraApi,
  issueId: string,
  handOffId: string,
  sinceMs: number,
): Promise<Result<{ readonly commentId: string } | null>> {
  for (let startAt = 0; ;) {
    const page = await parseResponse(
      await api.listNewestComments(issueId, startAt),
      commentPageSchema,
    );
    if (!page.ok) return page;
    const { comments, total } = page.value;
    const found = comments.find(({ properties }) =>
      (properties ?? []).some(
        ({ key, value }) =>
          key === HAND_OFF_PROPERTY && markSchema.safeParse(value).data?.id === handOffId,
      ),
    );
    if (found !== undefined) return ok({ commentId: found.id });
    startAt += comments.length;
    const isOld = comments.some(({ created }) => created < sinceMs);
    if (comments.length === 0 || startAt >= total || isOld) return ok(null);
  }
}

async function edit(
  api: JiraApi,
  issueId: string,
  issue: RoutedIssue,
  target: HandOffTarget,
): Promise<Result<'routed' | Refusal>> {
  const edits = routingEdits(issue, target);
  if (edits === null) return ok('routed');
  const response = await api.editIssue(issueId, edits);
  if (isFinal(response)) {
    const read = refusalSchema.safeParse(await response.json());
    const fields = Object.keys(read.data?.errors ?? {});
    return ok({ refused: fields.length === 0 ? ['fields'] : fields });
  }
  return failureOf(response) ?? ok('routed');
}

async function move(
  api: JiraApi,
  issueId: string,
  { statusId }: RoutedIssue,
  target: HandOffTarget,
): Promise<Result<'routed' | Refusal>> {
  if (target.statusId === null || target.statusId === statusId) return ok('routed');
  const listed = await parseResponse(await api.listTransitions(issueId), transitionsSchema);
  if (!listed.ok) return listed;
  const transition = listed.value.transitions.find(
    ({ to, isAvailable }) => to.id === target.statusId && isAvailable !== false,
  );
  if (transition === undefined) return ok({ refused: ['status'] });
  const response = await api.postTransition(issueId, transition.id);
  if (isFinal(response)) return ok({ refused: ['status'] });
  return failureOf(response) ?? ok('routed');
}

/** What Jira says the same of however often it is asked. */
const isFinal = ({ status }: JiraResponse): boolean => status === 400 || status === 413;

const withoutPlace = ({ priorityId, label }: HandOffTarget): HandOffTarget => ({
  group: null,
  assigneeAccountId: null,
  priorityId,
  label,
  statusId: null,
});

const plainId = (ticketId: string): string => ticketId.replace(/^jira:/, '');
