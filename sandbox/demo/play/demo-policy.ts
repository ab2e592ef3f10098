import type { EscalationPolicy, HandOffTarget, RequestTypePolicy } from '../../../src/contract';
import { SUPPORT_GROUP_FIELD } from '../../jira/catalogue';
import { demoGroups } from './demo-groups';

/** What the demo's administrators have set, by desk. */
export interface DemoPolicy {
  readonly deskKey: string;
  readonly reason: string;
  readonly policy: EscalationPolicy;
}

/**
 * Below the threshold a ticket goes to a team of the desk; incidents are looked at by people in any
 * case, and what is sensitive is theirs alone.
 *
 * @param escalatedStatusId - Jira's id of the status that tickets for people have
 */
export function demoPolicies(escalatedStatusId: string): readonly DemoPolicy[] {
  const policyFor = (team: string, over: Partial<RequestTypePolicy> = {}): RequestTypePolicy => ({
    confidenceThreshold: 0.7,
    riskClass: 'autonomous',
    maximumAttempts: 3,
    maximumTimeMs: null,
    allowedTools: null,
    target: target(team, escalatedStatusId),
    costs: { wrongResolution: 60, handOff: 15 },
    ...over,
  });
  const accounts = policyFor('Accounts and access');
  const incidents = policyFor('Network and devices', { riskClass: 'supervised' });
  const payroll = policyFor('Payroll', { confidenceThreshold: 0.75 });
  const sensitive = policyFor('People services', { riskClass: 'never' });
  return [
    {
      deskKey: 'IT',
      reason: 'Low confidence goes to second line',
      policy: {
        needsSecondPerson: true,
        fallback: policyFor('Network and devices'),
        requestTypes: [
          { requestType: 'Password reset', policy: accounts },
          { requestType: 'Access request', policy: accounts },
          { requestType: 'Report an incident', policy: incidents },
        ],
      },
    },
    {
      deskKey: 'HR',
      reason: 'Low confidence, and what is sensitive, goes to people',
      policy: {
        needsSecondPerson: false,
        fallback: policyFor('People services'),
        requestTypes: [
          { requestType: 'Payslip question', policy: payroll },
          { requestType: 'Sensitive matter', policy: sensitive },
        ],
      },
    },
  ];
}

function target(team: string, statusId: string): HandOffTarget {
  if (!demoGroups().some(({ name }) => name === team)) throw new Error(`No team ${team}`);
  return {
    group: { fieldId: SUPPORT_GROUP_FIELD.id, name: team },
    assigneeAccountId: null,
    priorityId: null,
    label: 'ai-hand-off',
    statusId,
  };
}
