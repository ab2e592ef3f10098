import { createScriptWriter } from '../../../sandbox/demo/script-writer';
import type { ScriptActor } from '../../../sandbox/demo/ticket-script';

const agent: ScriptActor = { role: 'agent', index: 0 };
const requester: ScriptActor = { role: 'requester' };

describe('the script writer', () => {
  it('writes what happens, in time order', () => {
    const writer = createScriptWriter(1_000);
    writer.wait(500);
    writer.move(agent, 'in-progress');
    writer.waitUntil(200); // over already: just after
    writer.resolve(agent, 'resolved', 'Done');
    writer.waitUntil(9_000);
    writer.rate(5);
    expect(writer.actions()).toEqual([
      { kind: 'status', atMs: 1_500, by: agent, to: 'in-progress', resolution: null },
      { kind: 'status', atMs: 2_500, by: agent, to: 'resolved', resolution: 'Done' },
      { kind: 'rate', atMs: 9_000, rating: 5 },
    ]);
  });

  it('leaves out a move that changes nothing', () => {
    const writer = createScriptWriter(0);
    writer.move(agent, 'waiting-for-support');
    expect(writer.actions()).toEqual([]);
  });

  it('refuses what cannot happen to an open ticket', () => {
    const writer = createScriptWriter(0);
    expect(() => writer.reopen(requester)).toThrow('Cannot reopen');
    expect(() => writer.rate(5)).toThrow('Cannot rate');
    expect(() => writer.close(agent)).toThrow('Cannot close');
  });

  it('refuses what cannot happen to a done ticket', () => {
    const writer = createScriptWriter(0);
    writer.resolve(agent, 'canceled', 'Cancelled');
    expect(() => writer.resolve(agent, 'resolved', 'Done')).toThrow('Cannot resolve');
    expect(() => writer.move(agent, 'in-progress')).toThrow('Cannot move');
    expect(() => writer.close(agent)).toThrow('Cannot close');
  });

  it('takes the resolution back when the ticket comes back', () => {
    const writer = createScriptWriter(0);
    writer.resolve(agent, 'resolved', 'Done');
    writer.reopen(requester);
    expect(writer.actions().at(-1)).toMatchObject({ to: 'waiting-for-support', resolution: null });
    expect([writer.isDone(), writer.reopenings()]).toEqual([false, 1]);
  });
});
