import { accountIdOf, demoAccounts, STRANGER_ACCOUNT_ID } from '../../../sandbox/demo/accounts';
import { DEMO_DESKS } from '../../../sandbox/demo/desk-model';
import { generateHistory } from '../../../sandbox/demo/generate-history';
import type { ScriptActor } from '../../../sandbox/demo/ticket-script';

describe('the demo’s accounts', () => {
  const accounts = demoAccounts();
  const ids = new Set(accounts.map(({ accountId }) => accountId));

  it('are 3 apps, 13 agents of two desks and 420 customers, each with an id of its own', () => {
    expect(ids.size).toBe(436);
    expect(accounts).toHaveLength(436);
    expect(new Set(accounts.map(({ displayName }) => displayName)).size).toBe(436);
    expect(accounts.filter(({ deskKey }) => deskKey === 'HR').map((a) => a.displayName)).toEqual([
      'Agent 10',
      'Agent 11',
      'Agent 12',
      'Agent 13',
    ]);
  });

  it('look like Atlassian accounts and carry roles for names', () => {
    for (const { accountId, displayName } of accounts) {
      expect(accountId).toMatch(/^5f[0-9a-f]{22}$/);
      expect(displayName).toMatch(/^(Atlas|Closing rule|Receipt bot|Agent \d+|Customer \d+)$/);
    }
  });

  it('cover everybody who acts in a script, except the stranger', () => {
    const scripts = generateHistory(DEMO_DESKS, { seed: 5, startDay: '2026-03-02', days: 90 });
    const acting = new Set<string>();
    for (const script of scripts) {
      acting.add(accountIdOf(script, { role: 'requester' }));
      for (const action of script.actions) {
        if (action.kind === 'rate') continue;
        acting.add(accountIdOf(script, action.by));
        if (action.kind === 'assign') acting.add(accountIdOf(script, action.to));
      }
    }
    expect([...acting].filter((id) => !ids.has(id))).toEqual([STRANGER_ACCOUNT_ID]);
  });

  it('keeps the agents of the desks apart', () => {
    const first: ScriptActor = { role: 'agent', index: 0 };
    const idOn = (deskKey: string) => accountIdOf({ deskKey, customer: 0 }, first);
    expect(idOn('IT')).not.toBe(idOn('HR'));
    expect(() => idOn('XX')).toThrow('no desk "XX"');
  });
});
