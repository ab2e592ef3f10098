import { DEMO_DESKS } from '../desk-model';
import { accountIdOf } from '../accounts';

/** A team of a desk, which tickets are routed to. */
export interface DemoGroup {
  readonly deskKey: string;
  readonly name: string;
  /** Account ids. */
  readonly members: readonly string[];
}

/** First and last of the desk's agents in it, counted from 0; every agent is in a team. */
const TEAMS = [
  { deskKey: 'IT', name: 'Accounts and access', first: 0, last: 3 },
  { deskKey: 'IT', name: 'Network and devices', first: 4, last: 8 },
  { deskKey: 'HR', name: 'Payroll', first: 0, last: 1 },
  { deskKey: 'HR', name: 'People services', first: 2, last: 3 },
] as const;

export const demoGroups = (): readonly DemoGroup[] =>
  TEAMS.map(({ deskKey, name, first, last }) => ({
    deskKey,
    name,
    members: Array.from({ length: last - first + 1 }, (_, offset) =>
      accountIdOf({ deskKey, customer: 0 }, { role: 'agent', index: first + offset }, DEMO_DESKS),
    ),
  }));
