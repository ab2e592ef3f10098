import type { EscalationPolicy, RequestTypePolicy } from '../../../../src/contract';
import { SECOND_LINE, teamOfCategory } from './incident-people';

const GROUP_FIELD = 'assignment_group';

/** Below the threshold an incident goes to a team; databases are people's alone. */
export function incidentPolicy(): EscalationPolicy {
  const policyFor = (team: string, over: Partial<RequestTypePolicy> = {}): RequestTypePolicy => ({
    confidenceThreshold: 0.7,
    riskClass: 'autonomous',
    maximumAttempts: 3,
    maximumTimeMs: null,
    allowedTools: null,
    target: {
      group: { fieldId: GROUP_FIELD, name: team },
      assigneeAccountId: null,
      priorityId: null,
      label: null,
      statusId: null,
    },
    costs: { wrongResolution: 55, handOff: 14 },
    ...over,
  });
  const forCategory = (requestType: string, over: Partial<RequestTypePolicy> = {}) => ({
    requestType,
    policy: policyFor(teamOfCategory(requestType), over),
  });
  return {
    needsSecondPerson: false,
    fallback: policyFor(SECOND_LINE),
    requestTypes: [
      forCategory('Network', { confidenceThreshold: 0.75 }),
      forCategory('Hardware'),
      forCategory('Database', { riskClass: 'never' }),
    ],
  };
}
