import type { ActorKind } from '../../../src/domain/timeline/actor';
import type { TicketEvent } from '../../../src/domain/timeline/event';
import { doubtfulActors } from '../../../src/domain/timeline/doubtful-actors';
import {
  bot,
  hours,
  human,
  note,
  reply,
  requester,
  resolve,
  rule,
  stranger,
} from '../../support/timeline-builder';

const nobody = { id: '', kind: 'unknown' } as const;
const none: ReadonlyMap<string, ActorKind> = new Map();
const of = (events: readonly TicketEvent[], registry = none) =>
  doubtfulActors({ events }, registry);

describe('actors whose kind is in doubt', () => {
  it('are those nobody knows and apps, and nobody else', () => {
    const events = [reply(bot, 0), reply(human, 1), reply(requester, 2)];
    expect(of(events)).toEqual([]);
    expect(of([...events, note(stranger, 3), resolve(rule, 4)])).toEqual([
      { id: 'rule', kind: 'automation' },
      { id: 'x', kind: 'unknown' },
    ]);
  });

  it('are no longer in doubt once they are registered, whatever as', () => {
    const events = [note(stranger, 3), resolve(rule, 4)];
    expect(of(events, new Map([['rule', 'automation']]))).toEqual([{ id: 'x', kind: 'unknown' }]);
  });

  it('are told once each, three at most, in the same order whoever came first', () => {
    const app = (id: string) => ({ id, kind: 'automation' as const });
    const acts = ['c', 'a', 'c', 'b', 'd'].map((id, at) => note(app(id), at));
    expect(of(acts).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('keep those whom nobody knows, however many apps acted before', () => {
    const app = (id: string) => ({ id, kind: 'automation' as const });
    const acts = [...['a', 'b', 'c'].map((id, at) => note(app(id), at)), note(stranger, 4)];
    expect(of(acts).map(({ id }) => id)).toEqual(['a', 'b', 'x']);
  });

  it('have no id when the desk named nobody; a rating names nobody by nature', () => {
    const rated: TicketEvent = { kind: 'rated', at: hours(1), actor: nobody, rating: 5 };
    expect(of([rated])).toEqual([]);
    expect(of([resolve(nobody, 1)])).toEqual([{ id: '', kind: 'unknown' }]);
  });

  it('are never those who decide by hand', () => {
    const override: TicketEvent = {
      kind: 'overridden',
      at: hours(1),
      actor: rule,
      outcome: 'escalated',
      reason: 'because',
    };
    expect(of([override])).toEqual([]);
  });
});
