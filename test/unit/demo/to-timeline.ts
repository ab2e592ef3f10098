import { accountIdOf } from '../../../sandbox/demo/accounts';
import type { ScriptAction, ScriptActor, TicketScript } from '../../../sandbox/demo/ticket-script';
import { epochMs } from '../../../src/domain/time';
import { UNKNOWN_ACTOR, type Actor, type ActorKind } from '../../../src/domain/timeline/actor';
import type { StatusCategory, TicketEvent } from '../../../src/domain/timeline/event';
import { subjectTokens } from '../../../src/domain/timeline/similar-subject';
import type { Timeline } from '../../../src/domain/timeline/ticket';

const KIND_BY_ROLE: Readonly<Record<ScriptActor['role'], ActorKind>> = {
  requester: 'requester',
  agent: 'human-agent',
  ai: 'ai-agent',
  rule: 'automation',
  receipt: 'automation',
  stranger: 'unknown',
};

const CATEGORY: Readonly<Record<string, StatusCategory>> = {
  'waiting-for-support': 'new',
  resolved: 'done',
  closed: 'done',
  canceled: 'done',
};

/** What the app would see of a script once it has been played. */
export function toTimeline(script: TicketScript): Timeline {
  return {
    id: `jira:${script.id}`,
    source: 'jira',
    desk: script.deskKey,
    key: null,
    requestType: script.requestType,
    priority: script.priority,
    requester: accountIdOf(script, { role: 'requester' }),
    subject: subjectTokens(script.summary),
    openedAt: epochMs(script.openedAtMs),
    nativeResolvedAt: null,
    events: script.actions.map((action) => toEvent(script, action)),
  };
}

function toEvent(script: TicketScript, action: ScriptAction): TicketEvent {
  const toActor = (actor: ScriptActor): Actor => ({
    id: accountIdOf(script, actor),
    kind: KIND_BY_ROLE[actor.role],
  });
  const at = epochMs(action.atMs);
  switch (action.kind) {
    case 'comment': {
      const visibility = action.isPublic ? 'public' : 'internal';
      return { kind: 'comment', at, actor: toActor(action.by), visibility };
    }
    case 'assign':
      return { kind: 'assigned', at, actor: toActor(action.by), to: toActor(action.to) };
    case 'status':
      return {
        kind: 'status',
        at,
        actor: toActor(action.by),
        status: action.to,
        category: CATEGORY[action.to] ?? 'indeterminate',
        paused: action.to === 'waiting-for-customer',
        resolution: action.resolution,
      };
    case 'run': {
      const { result, confidence, verifiedActions, reason } = action.run;
      return {
        kind: 'agent-run',
        at,
        actor: toActor(action.by),
        result,
        confidence,
        verifiedActions,
        reason,
      };
    }
    case 'rate':
      return { kind: 'rated', at, actor: UNKNOWN_ACTOR, rating: action.rating };
  }
}
