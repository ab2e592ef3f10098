import { deskProbabilityOfSuccess } from '../../../sandbox/demo/agent-confidence';
import { DEMO_DESKS } from '../../../sandbox/demo/desk-model';
import { generateHistory } from '../../../sandbox/demo/generate-history';
import { probabilityOfSuccess } from '../../../sandbox/demo/success-curve';
import type { RunAction } from '../../../sandbox/demo/ticket-script';

const TYPES = DEMO_DESKS.flatMap(({ requestTypes }) => requestTypes.map(({ name }) => name));

describe('the success curve of the demo', () => {
  it('is a logistic curve that starts low, and is known', () => {
    expect(probabilityOfSuccess('Password reset', 0.72)).toBeCloseTo(0.5, 10);
    // 1 / (1 + exp(-14 · 0.08))
    expect(probabilityOfSuccess('Password reset', 0.8)).toBeCloseTo(0.754, 3);
    expect(probabilityOfSuccess('VPN access', 0.76)).toBeCloseTo(0.5, 10);
  });

  it.each(TYPES)('has the agent overconfident in the middle, about %s', (type) => {
    for (const confidence of [0.4, 0.5, 0.6, 0.7]) {
      expect(probabilityOfSuccess(type, confidence)).toBeLessThan(confidence - 0.1);
    }
    expect(probabilityOfSuccess(type, 0.95)).toBeGreaterThan(0.93);
  });

  it.each(DEMO_DESKS)('of the desk $key lies between those of its request types', (desk) => {
    const ofDesk = deskProbabilityOfSuccess(desk);
    for (const confidence of [0.5, 0.7, 0.8, 0.9]) {
      const ofTypes = desk.requestTypes.map(({ name }) => probabilityOfSuccess(name, confidence));
      expect(ofDesk(confidence)).toBeGreaterThan(Math.min(...ofTypes));
      expect(ofDesk(confidence)).toBeLessThan(Math.max(...ofTypes));
    }
  });
});

describe('the runs of a history', () => {
  const scripts = generateHistory(DEMO_DESKS, { seed: 5, startDay: '2026-03-02' });
  const runs = scripts.flatMap(({ requestType, actions }) =>
    actions.flatMap((action) => (action.kind === 'run' ? [{ ...action, requestType }] : [])),
  );

  it('end half a second before the agent acts accordingly', () => {
    const next = scripts.flatMap(({ actions }) =>
      actions.flatMap((action, index) =>
        action.kind === 'run' ? [{ run: action, act: actions[index + 1] }] : [],
      ),
    );
    expect(next.length).toBeGreaterThan(900);
    for (const { run, act } of next) {
      expect(act).toMatchObject({ kind: 'comment', by: { role: 'ai' }, atMs: run.atMs + 500 });
    }
  });

  it('come to every result, and call people for more than one reason', () => {
    const results = new Set(runs.map(({ run }) => run.result));
    const reasons = new Set(runs.flatMap(({ run }) => run.reason ?? []));
    expect([...results].sort()).toEqual(['escalated', 'resolved', 'unresolved']);
    expect([...reasons].sort()).toEqual([
      'contradicting-articles',
      'low-confidence',
      'needs-approval',
      'needs-on-site-work',
    ]);
  });

  it('use the tools of the request type, and check what they have changed', () => {
    const resets = runs.filter(({ requestType }) => requestType === 'Password reset');
    const tools = new Set(resets.flatMap(toolsOf));
    expect([...tools].sort()).toEqual([
      'directory.find_account',
      'directory.reset_password',
      'kb.search',
    ]);
    const verified = resets.filter(({ run }) => run.verifiedActions > 0);
    expect(verified.length).toBeGreaterThan(100);
    for (const each of verified) expect(toolsOf(each)).toContain('directory.reset_password');
  });

  it('tell less confidence where they call people than where they resolve', () => {
    const meanOf = (result: string): number => {
      const all = runs.filter(({ run }) => run.result === result);
      return all.reduce((sum, { run }) => sum + run.confidence, 0) / all.length;
    };
    expect(meanOf('escalated')).toBeLessThan(0.6);
    expect(meanOf('resolved')).toBeGreaterThan(0.85);
  });
});

const toolsOf = ({ run }: RunAction): readonly string[] =>
  run.steps.flatMap((step) => (step.kind === 'tool' ? [step.tool] : []));
