import { DEMO_DESKS, type DeskModel } from './desk-model';
import type { ScriptActor, TicketScript } from './ticket-script';

/** An account for the player of the demo to create. */
export interface DemoAccount {
  /** 24 characters, as Atlassian account ids have; the same in every run. */
  readonly accountId: string;
  /** A role, plainly no person's name. */
  readonly displayName: string;
  readonly accountType: 'app' | 'atlassian' | 'customer';
  /** Where the account works; null for customers, whom all desks serve, and apps. */
  readonly deskKey: string | null;
}

const ID_PREFIX = '5f';
const ID_DIGITS = 22;
/** The last six digits: what kind of account, then its number. */
const accountId = (kind: 'a' | 'b' | 'c' | 'e', number: number): string =>
  ID_PREFIX + `${kind}${String(number).padStart(4, '0')}`.padStart(ID_DIGITS, '0');

export const AI_ACCOUNT: DemoAccount = app(1, 'Atlas');
export const RULE_ACCOUNT: DemoAccount = app(2, 'Closing rule');
export const RECEIPT_ACCOUNT: DemoAccount = app(3, 'Receipt bot');
/** Acts in scripts, but is no account of the site: create none for it. */
export const STRANGER_ACCOUNT_ID = accountId('e', 1);

/** Every account of the demo: the three apps, then agents by desk, then customers. */
export function demoAccounts(desks: readonly DeskModel[] = DEMO_DESKS): readonly DemoAccount[] {
  const customers = Math.max(0, ...desks.map((desk) => desk.customers));
  return [
    AI_ACCOUNT,
    RULE_ACCOUNT,
    RECEIPT_ACCOUNT,
    ...desks.flatMap((desk) => numbered(desk.agents, (index) => agentAccount(desks, desk, index))),
    ...numbered(customers, customerAccount),
  ];
}

/** The account behind a role of a script. */
export function accountIdOf(
  { deskKey, customer }: Pick<TicketScript, 'deskKey' | 'customer'>,
  actor: ScriptActor,
  desks: readonly DeskModel[] = DEMO_DESKS,
): string {
  switch (actor.role) {
    case 'requester':
      return customerAccount(customer).accountId;
    case 'agent': {
      const desk = desks.find(({ key }) => key === deskKey);
      if (desk === undefined) throw new Error(`deskKey: no desk "${deskKey}" in the demo`);
      return agentAccount(desks, desk, actor.index).accountId;
    }
    case 'ai':
      return AI_ACCOUNT.accountId;
    case 'rule':
      return RULE_ACCOUNT.accountId;
    case 'receipt':
      return RECEIPT_ACCOUNT.accountId;
    case 'stranger':
      return STRANGER_ACCOUNT_ID;
  }
}

function app(number: number, displayName: string): DemoAccount {
  return { accountId: accountId('b', number), displayName, accountType: 'app', deskKey: null };
}

const customerAccount = (index: number): DemoAccount => ({
  accountId: accountId('c', index + 1),
  displayName: `Customer ${index + 1}`,
  accountType: 'customer',
  deskKey: null,
});

/** Agents are numbered on from desk to desk. */
function agentAccount(desks: readonly DeskModel[], desk: DeskModel, index: number): DemoAccount {
  const before = desks.slice(0, desks.indexOf(desk)).reduce((sum, each) => sum + each.agents, 0);
  const number = before + index + 1;
  return {
    accountId: accountId('a', number),
    displayName: `Agent ${number}`,
    accountType: 'atlassian',
    deskKey: desk.key,
  };
}

const numbered = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
