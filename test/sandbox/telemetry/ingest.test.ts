import type { TelemetryBatch } from '../../../src/ports/telemetry-reader';
import { epochMs } from '../../../src/domain/time';
import { deleteTicket } from '../../../src/usecases/delete-ticket';
import { ingestTelemetry } from '../../../src/usecases/ingest-telemetry';
import { ticketIdAt } from '../../support/ticket-id';
import { batchOf, otlpBody, otlpSpan, type AttributeValues } from '../../support/telemetry-body';
import {
  aTelemetryDesk,
  BOT,
  DESK_START,
  openIssue,
  whatIsStored,
  type TelemetryDesk,
} from '../../support/telemetry-desk';

const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, '0');
const nano = (ms: number): string => `${ms}000000`;

/** A trace of so many spans: a root that tells of its ticket, and tool calls. */
function aTrace(
  trace: number,
  ticket: string | null,
  { spans = 2, over = {} }: { readonly spans?: number; readonly over?: AttributeValues } = {},
): readonly unknown[] {
  const at = {
    startTimeUnixNano: nano(DESK_START),
    endTimeUnixNano: nano(DESK_START + 59_000 + trace * 1_000),
  };
  const ids = { traceId: hex(trace, 32), ...at };
  const root = otlpSpan(
    {
      'gen_ai.operation.name': 'invoke_agent',
      'firstline.result': 'resolved',
      'firstline.confidence': 0.9,
      ...(ticket === null ? {} : { 'firstline.ticket.key': ticket }),
      ...over,
    },
    { ...ids, spanId: hex(1, 16) },
  );
  const tool = { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'kb.search' };
  return [
    root,
    ...Array.from({ length: spans - 1 }, (_, i) =>
      otlpSpan(tool, { ...ids, spanId: hex(i + 2, 16), parentSpanId: hex(1, 16) }),
    ),
  ];
}

const batch = (...traces: readonly (readonly unknown[])[]): TelemetryBatch =>
  batchOf(otlpBody(traces.flat()));

describe('a batch of telemetry', () => {
  let desk: TelemetryDesk;
  beforeEach(async () => {
    desk = await aTelemetryDesk();
  });
  afterEach(() => desk.close());
  const opened = async (count = 1): Promise<readonly string[]> => {
    const keys = Array.from({ length: count }, () => openIssue(desk));
    await desk.hear();
    await desk.work();
    return keys;
  };
  const eventsOf = async (key: string) => {
    const [stored] = await desk.store.readTickets([ticketIdAt(desk.site, key)]);
    return stored?.events.flatMap(({ event }) => (event.kind === 'agent-run' ? [event] : []));
  };
  const statementsOf = async (act: () => Promise<unknown>): Promise<number> => {
    const before = desk.statements();
    await act();
    return desk.statements() - before;
  };

  describe('costs', () => {
    it('three statements for 500 spans without a ticket, as many for the same again', async () => {
      const sent = batch(aTrace(1, null, { spans: 300 }), aTrace(2, 'IT-9', { spans: 200 }));
      expect(sent.spans).toHaveLength(500);
      expect(await statementsOf(() => desk.send(sent))).toBe(3);
      expect(await statementsOf(() => desk.send(sent))).toBe(3);
    });

    it('four more for one ticket as for fifty of a desk, and none to write what is there', async () => {
      const keys = await opened(50);
      const one = batch(aTrace(1, keys[0] ?? '', { spans: 500 }));
      expect(await statementsOf(() => desk.send(one))).toBe(7);
      const fifty = batch(...keys.map((key, i) => aTrace(i + 100, key, { spans: 10 })));
      expect(fifty.spans).toHaveLength(500);
      expect(await statementsOf(() => desk.send(fifty))).toBe(7);
      expect(await statementsOf(() => desk.send(fifty))).toBe(6);
    });

    it('a batch with settling and tags at most four a ticket where it touches many', async () => {
      const keys = await opened(20);
      const sent = batch(...keys.map((key, i) => aTrace(i + 1, key, { spans: 25 })));
      const all = await statementsOf(async () => {
        await desk.send(sent);
        await desk.work();
      });
      expect(all).toBeLessThanOrEqual(3 + 4 * keys.length);
    });
  });

  it('becomes an event of its ticket by the agent whose credential it was, and the tag follows', async () => {
    const [key = ''] = await opened();
    await desk.send(batch(aTrace(1, key, { over: { 'gen_ai.agent.name': 'somebody-else' } })));
    await desk.work();
    expect(await eventsOf(key)).toEqual([
      {
        kind: 'agent-run',
        at: DESK_START + 60_000,
        startedAt: DESK_START,
        actor: { id: BOT, kind: 'ai-agent' },
        result: 'resolved',
        confidence: 0.9,
        verifiedActions: 0,
        reason: null,
      },
    ]);
    const issue = desk.site.reading.readIssue(key, null)?.issue;
    expect(issue?.properties.get('firstline')).toMatchObject({ confidence: 0.9, agent: 'Atlas' });
  });

  it('counts for what the run worked on: one that resolves its ticket ends later', async () => {
    const [key = ''] = await opened();
    desk.clock.advance(30_000);
    desk.site.addComment({ by: BOT, issue: key, body: 'Your password is new', isPublic: true });
    desk.site.transition({ by: BOT, issue: key, to: 'Resolved' });
    await desk.hear();
    await desk.send(batch(aTrace(1, key, { over: { 'firstline.verified_actions': 1 } })));
    await desk.work();
    const [episode] = await desk.store.readLatestEpisodes([ticketIdAt(desk.site, key)]);
    expect(episode).toMatchObject({
      outcome: 'ai-resolved',
      evidence: 'verified-action',
      confidence: 0.9,
    });
  });

  it('is told by a ticket only when its root has come, and anew when more comes', async () => {
    const [key = ''] = await opened();
    const [root, ...tools] = aTrace(1, key, { spans: 3 });
    const late = otlpSpan(
      { 'firstline.verified_actions': 2 },
      { traceId: hex(1, 32), spanId: hex(77, 16), parentSpanId: hex(1, 16) },
    );
    await desk.send(batch(tools));
    expect(await eventsOf(key)).toEqual([]);
    await desk.send(batch([root]));
    expect(await eventsOf(key)).toMatchObject([{ verifiedActions: 0 }]);
    await desk.send(batch([late]));
    await desk.send(batch([root]));
    expect(await eventsOf(key)).toMatchObject([{ verifiedActions: 2 }]);
  });

  it('leaves a ticket that it was taken for when more of it names another', async () => {
    const [first = '', second = ''] = await opened(2);
    const ids = { traceId: hex(1, 32), parentSpanId: hex(1, 16) };
    const root = otlpSpan({ 'firstline.result': 'resolved' }, { ...ids, parentSpanId: undefined });
    const naming = (ticket: string, span: number, endsMs: number) =>
      otlpSpan(
        { 'firstline.ticket.key': ticket },
        { ...ids, spanId: hex(span, 16), endTimeUnixNano: nano(endsMs) },
      );
    const later = DESK_START + 40 * 3_600_000;
    await desk.send(batch([root, naming(first, 7, later)]));
    expect([await eventsOf(first), await eventsOf(second)]).toMatchObject([[{}], []]);
    await desk.send(batch([naming(second, 8, later + 1_000)]));
    expect([await eventsOf(first), await eventsOf(second)]).toMatchObject([[], [{}]]);
    await desk.send(batch([naming('IT-999', 9, later + 2_000)]));
    expect([await eventsOf(first), await eventsOf(second)]).toEqual([[], []]);
  });

  it('touches no run of another sender that has the same trace', async () => {
    const [key = ''] = await opened();
    await desk.send(batch(aTrace(1, key)));
    await desk.send(batch(aTrace(1, key, { over: { 'firstline.result': 'unresolved' } })), 'other');
    const runs = (
      await desk.store.readAttemptsOfTickets([ticketIdAt(desk.site, key)])
    ).runs.values();
    const told = [...runs].flat().map(({ agentId, run }) => [agentId, run.result, run.spans]);
    expect(told.sort()).toEqual([
      [BOT, 'resolved', 2],
      ['other', 'unresolved', 2],
    ]);
    const actors = (await eventsOf(key))?.map(({ actor, result }) => [actor.id, result]).sort();
    expect(actors).toEqual([
      [BOT, 'resolved'],
      ['other', 'unresolved'],
    ]);
  });

  it('links a run to its trace by the template of its credential, unless it has an address', async () => {
    const [key = ''] = await opened();
    const { deps } = desk;
    const sender = { agentId: BOT, traceUrlTemplate: 'https://traces.example.com/{traceId}?t=1' };
    const own = { over: { 'firstline.trace.url': 'https://own.example.com/' } };
    await ingestTelemetry(deps, sender, batch(aTrace(1, key), aTrace(2, key, own)));
    const runs = (
      await desk.store.readAttemptsOfTickets([ticketIdAt(desk.site, key)])
    ).runs.values();
    const urls = [...runs].flat().map(({ run }) => run.traceUrl);
    expect(urls.sort()).toEqual([
      'https://own.example.com/',
      `https://traces.example.com/${hex(1, 32)}?t=1`,
    ]);
  });

  it('waits for its ticket, by key or by number, and is joined when that appears', async () => {
    await desk.send(batch(aTrace(1, 'it-1', { over: { 'firstline.confidence': 0.2 } })));
    await desk.send(batch(aTrace(2, '10000'), aTrace(3, 'IT-2'), aTrace(4, null)));
    const unmatched = async () =>
      (await desk.store.countUnmatchedRuns()).map(({ agentId, runs }) => [agentId, runs]);
    expect(await unmatched()).toEqual([[BOT, 4]]);
    expect(desk.jobs).toEqual([]);

    const key = openIssue(desk);
    expect(key).toBe('IT-1');
    await desk.hear();
    expect(desk.jobs).toContainEqual({
      kind: 'match-runs',
      deskId: 'jira:10000',
      ticketIds: ['jira:10000'],
    });
    await desk.work();
    expect(await unmatched()).toEqual([[BOT, 2]]);
    expect(await eventsOf(key)).toHaveLength(2);
    // The run that was too unsure had its ticket handed off.
    expect(await desk.store.readHandOffsOfTicket('jira:10000')).toMatchObject([
      { reason: 'low-confidence', confidence: 0.2, step: 'recorded' },
    ]);
  });

  it('joins a run whose spans come before and after its ticket', async () => {
    const [root, tool] = aTrace(1, 'IT-1');
    await desk.send(batch([root]));
    expect(openIssue(desk)).toBe('IT-1');
    await desk.hear();
    desk.jobs.length = 0;
    await desk.send(batch([tool]));
    expect(await eventsOf('IT-1')).toHaveLength(1);
  });

  it('says of a deleted ticket nothing', async () => {
    const [key = ''] = await opened();
    const ticketId = ticketIdAt(desk.site, key);
    await deleteTicket(desk.deps, {
      ticketId,
      deskId: 'jira:10000',
      openedAt: null,
      at: epochMs(DESK_START),
    });
    await desk.send(batch(aTrace(1, key)));
    const [stored] = await desk.store.readTickets([ticketId]);
    expect(stored?.events).toEqual([]);
  });

  describe('is answered', () => {
    it('with the decision of the policy on each run that is complete', async () => {
      const [a = '', b = '', c = ''] = await opened(3);
      const unsure = { over: { 'firstline.confidence': 0.3 } };
      const [, incomplete] = aTrace(4, c);
      const { accepted, decisions } = await desk.send(
        batch(aTrace(1, a), aTrace(2, b, unsure), aTrace(3, 'IT-77', unsure), [incomplete]),
      );
      expect(accepted).toBe(7);
      expect(decisions).toEqual([
        { traceId: hex(1, 32), ticketKey: a, decision: { kind: 'proceed' } },
        {
          traceId: hex(2, 32),
          ticketKey: b,
          decision: { kind: 'hand-off', reason: 'low-confidence', detail: null },
        },
      ]);
      const handOffs = desk.jobs.filter(({ kind }) => kind === 'hand-off');
      expect(handOffs).toEqual([
        { kind: 'hand-off', deskId: 'jira:10000', ticketId: ticketIdAt(desk.site, b) },
      ]);
    });

    it('alike when it is sent again, and asks for no second hand-off', async () => {
      const [key = ''] = await opened();
      const sent = batch(aTrace(1, key, { over: { 'firstline.confidence': 0.3 } }));
      const first = await desk.send(sent);
      await desk.work();
      expect(await desk.send(sent)).toEqual(first);
      expect(desk.jobs).toEqual([]);
      expect(await desk.store.readHandOffsOfTicket(ticketIdAt(desk.site, key))).toHaveLength(1);
    });

    it('with the attempts of the episode counted, whoever told of them', async () => {
      const [key = ''] = await opened();
      const reasons: unknown[] = [];
      for (const trace of [1, 2, 3, 4]) {
        const { decisions } = await desk.send(batch(aTrace(trace, key)));
        reasons.push(decisions.map(({ decision }) => decision.kind));
      }
      expect(reasons).toEqual([['proceed'], ['proceed'], ['proceed'], ['hand-off']]);
    });

    it('when it asks before it acts, and people take over though it says nothing more', async () => {
      const [key = ''] = await opened();
      const asking = batchOf({
        runs: [
          {
            id: 'r-1',
            ticket: key,
            startedAt: new Date(DESK_START).toISOString(),
            confidence: 0.4,
            steps: [{ id: '1', tool: 'kb.search', startedAt: new Date(DESK_START).toISOString() }],
          },
        ],
      });
      const { decisions } = await desk.send(asking);
      expect(decisions).toEqual([
        {
          traceId: 'r-1',
          ticketKey: key,
          decision: { kind: 'hand-off', reason: 'low-confidence', detail: null },
        },
      ]);
      expect(await eventsOf(key)).toEqual([]);
      await desk.work();
      expect(await desk.store.readHandOffsOfTicket(ticketIdAt(desk.site, key))).toMatchObject([
        { reason: 'low-confidence', step: 'recorded' },
      ]);
    });

    it('with nothing where no policy is in force, or the run ended before it was', async () => {
      const [key = ''] = await opened();
      const withPolicySince = async (since: number | null): Promise<void> => {
        const row = await desk.store.readDesk('jira:10000');
        if (row?.escalation == null) throw new Error('The desk has no policy');
        const escalation = since === null ? null : { ...row.escalation, since: epochMs(since) };
        await desk.store.saveDesk({ ...row, escalation });
      };
      const sent = batch(aTrace(1, key, { over: { 'firstline.confidence': 0.1 } }));
      await withPolicySince(DESK_START + 60_001);
      expect((await desk.send(sent)).decisions).toEqual([]);
      await withPolicySince(null);
      expect((await desk.send(sent)).decisions).toEqual([]);
      expect(desk.jobs.filter(({ kind }) => kind === 'hand-off')).toEqual([]);
    });
  });

  it('keeps no text of prompts, tools or errors', async () => {
    const [key = ''] = await opened();
    const secret = 'My password is hunter2';
    const over = { 'gen_ai.input.messages': secret, 'gen_ai.tool.call.arguments': secret };
    await desk.send(batch(aTrace(1, key, { over })));
    await desk.work();
    expect(JSON.stringify(await whatIsStored(desk))).not.toContain('hunter2');
  });
});
