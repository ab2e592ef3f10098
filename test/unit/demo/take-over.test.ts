import { DEMO_DESKS } from '../../../sandbox/demo/desk-model';
import { generateHistory } from '../../../sandbox/demo/generate-history';
import { takeOver } from '../../../sandbox/demo/take-over';
import { impossibleActions } from './impossible-actions';

const OPTIONS = { seed: 4, startDay: '2026-03-02' };

const runs = generateHistory(DEMO_DESKS, OPTIONS).flatMap((script) =>
  script.actions.flatMap((action) => (action.kind === 'run' ? [{ script, action }] : [])),
);

describe('a ticket whose run was handed off', () => {
  const taken = runs.map(({ script, action }) => ({
    script,
    action,
    after: takeOver(script, action, OPTIONS),
  }));

  it('goes on as a ticket can, whichever run it was, to its end', () => {
    expect(taken.length).toBeGreaterThan(900);
    expect(taken.flatMap(({ after }) => impossibleActions(after))).toEqual([]);
  });

  it('keeps what was before the run, and the run', () => {
    for (const { script, action, after } of taken) {
      const kept = script.actions.indexOf(action) + 1;
      expect(after.actions.slice(0, kept)).toEqual(script.actions.slice(0, kept));
    }
  });

  it('sees nothing more of the agent, and people at the earliest two minutes later', () => {
    for (const { script, action, after } of taken) {
      const rest = after.actions.slice(script.actions.indexOf(action) + 1);
      expect(rest.filter((each) => each.kind !== 'rate' && each.by.role === 'ai')).toEqual([]);
      expect(rest.filter(({ atMs }) => atMs < action.atMs + 120_000)).toEqual([]);
      expect(rest.some((each) => each.kind === 'status' && each.resolution !== null)).toBe(true);
    }
  });

  it('takes the same course whenever it is asked', () => {
    const [first] = taken;
    if (first === undefined) throw new Error('There is no run');
    expect(takeOver(first.script, first.action, OPTIONS)).toEqual(first.after);
    expect(takeOver(first.script, first.action, { ...OPTIONS, seed: 5 })).not.toEqual(first.after);
  });
});
