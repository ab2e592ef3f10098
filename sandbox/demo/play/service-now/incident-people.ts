import type { TellingAgent } from '../agent-telemetry';
import { SERVICE_NOW_DESK } from '../../service-now-desk';
import type { ScriptActor, TicketScript } from '../../ticket-script';

/** The desk's AI agent: another product than the one on Jira, and an integration user here. */
export const INCIDENT_AGENT: TellingAgent & {
  readonly userName: string;
  readonly vendor: string;
} = { name: 'Beacon', service: 'beacon', userName: 'beacon.agent', vendor: 'Northlight' };

/** Scheduled jobs and flows act as the instance itself. */
export const INSTANCE_USER = 'system';
/** Nobody is deleted on an instance: who has left is an account that nobody uses. */
export const FORMER_AGENT = 'former.agent';

const TEAMS = ['Service Desk', 'Application Support', 'Network Operations'] as const;
type Team = (typeof TEAMS)[number];

export const FIRST_LINE: Team = 'Service Desk';
export const SECOND_LINE: Team = 'Application Support';
export const INCIDENT_TEAMS: readonly string[] = TEAMS;

const TEAM_OF_AGENT: readonly Team[] = [
  'Service Desk',
  'Service Desk',
  'Application Support',
  'Application Support',
  'Network Operations',
];
/** Whom incidents of a category go to when people are called; the second line without it. */
const TEAM_OF_CATEGORY: Readonly<Record<string, Team>> = {
  Hardware: 'Network Operations',
  Network: 'Network Operations',
};

export const teamOfCategory = (requestType: string): string =>
  TEAM_OF_CATEGORY[requestType] ?? SECOND_LINE;

/** Null for those who are in no team. */
export const teamOf = (actor: ScriptActor): string | null =>
  actor.role === 'agent' ? (TEAM_OF_AGENT[actor.index] ?? FIRST_LINE) : null;

const agentName = (index: number): string => `agent.${String(index + 1).padStart(2, '0')}`;
const callerName = (index: number): string => `caller.${String(index + 1).padStart(3, '0')}`;

/** user_name of a role of a script. */
export function userNameOf({ customer }: Pick<TicketScript, 'customer'>, actor: ScriptActor) {
  switch (actor.role) {
    case 'requester':
      return callerName(customer);
    case 'agent':
      return agentName(actor.index);
    case 'ai':
      return INCIDENT_AGENT.userName;
    case 'rule':
    case 'receipt':
      return INSTANCE_USER;
    case 'stranger':
      return FORMER_AGENT;
  }
}

/** Everybody who works on incidents or reports them; names say a role, and are plainly no person's. */
export function incidentPeople(): readonly { readonly userName: string; readonly name: string }[] {
  const { agents, customers } = SERVICE_NOW_DESK;
  const numbered = (count: number, nameOf: (index: number) => string, role: string) =>
    Array.from({ length: count }, (_, index) => ({
      userName: nameOf(index),
      name: `${role} ${index + 1}`,
    }));
  return [
    ...numbered(agents, agentName, 'Support agent'),
    { userName: FORMER_AGENT, name: 'Former agent' },
    ...numbered(customers, callerName, 'Caller'),
  ];
}
