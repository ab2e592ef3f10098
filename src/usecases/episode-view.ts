import type { RegisteredActor } from '../ports/settings-store';

/** How calls name a ticket: Jira's issue id, or `sn-` and the sys_id. */
export const issueIdOf = (ticketId: string): string =>
  ticketId.replace(/^jira:/, '').replace(/^servicenow:/, 'sn-');

/** How an AI agent is called: the registered name, else the id; null stays null. */
export type AgentNames = (id: string | null) => string | null;

export function agentNames(actors: readonly RegisteredActor[]): AgentNames {
  const names = new Map(actors.map(({ actorId, name }) => [actorId, name]));
  return (id) => (id === null ? null : (names.get(id) ?? id));
}
