import type { RegisteredActor } from '../ports/settings-store';

/** Jira's issue id of a ticket id: the app's ids say where a ticket is from. */
export const issueIdOf = (ticketId: string): string => ticketId.replace(/^jira:/, '');

/** How an AI agent is called: the registered name, else the id; null stays null. */
export type AgentNames = (id: string | null) => string | null;

export function agentNames(actors: readonly RegisteredActor[]): AgentNames {
  const names = new Map(actors.map(({ actorId, name }) => [actorId, name]));
  return (id) => (id === null ? null : (names.get(id) ?? id));
}
