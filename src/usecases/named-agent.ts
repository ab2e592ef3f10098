import { err, ok, type Result } from '../domain/app-error';
import type { RegisteredActor } from '../ports/settings-store';

/**
 * The registered AI agent that somebody names by its name or its account.
 *
 * @param named - null: the only one
 */
export function namedAgent(
  actors: readonly RegisteredActor[],
  named: string | null,
): Result<RegisteredActor> {
  const agents = actors.filter(({ kind }) => kind === 'ai-agent');
  const wanted = named?.toLowerCase() ?? null;
  const byId = agents.filter(({ actorId, accountId }) => [actorId, accountId].includes(named));
  const fitting =
    wanted === null
      ? agents
      : byId.length > 0
        ? byId
        : agents.filter(({ name }) => name?.toLowerCase() === wanted);
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return ok(only);
  return err({ kind: 'invalid-input', issues: [`agent: ${remedy(agents, fitting, wanted)}`] });
}

function remedy(
  agents: readonly RegisteredActor[],
  fitting: readonly RegisteredActor[],
  wanted: string | null,
): string {
  if (agents.length === 0)
    return 'no AI agent is registered; register it on the administration page';
  if (wanted === null) return 'several AI agents are registered; say which one, by name or account';
  return fitting.length > 1
    ? 'several AI agents have this name; say which one by its account'
    : 'no AI agent of this name or account is registered';
}
