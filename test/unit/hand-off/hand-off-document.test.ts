import * as fc from 'fast-check';

import { documentProblem } from '../../../sandbox/jira/adf/document-problems';
import { documentText } from '../../../sandbox/jira/adf/document-text';
import type { AdfDocument as SiteDocument } from '../../../sandbox/jira/model';
import type { AdfDocument } from '../../../src/adapters/jira/adf';
import { handOffDocument } from '../../../src/adapters/jira/hand-off-document';
import { HAND_OFF_REASONS } from '../../../src/domain/escalation/decision';
import { handOffPacket } from '../../../src/domain/escalation/hand-off-packet';
import type { HandOffPacket } from '../../../src/domain/escalation/packet';
import { epochMs } from '../../../src/domain/time';
import { readHandOffBlock } from '../../support/read-hand-off-block';
import { aPacket, aRun, aRunRow } from '../../support/runs';
import { T0 } from '../../support/timeline-builder';

const SEEDED = { seed: 20_260_302, numRuns: 150 } as const;
const MAX_CHARS = 32_767;

/** The text of the code block. */
const blockOf = (document: AdfDocument): string =>
  document.content.at(-1)?.content?.[0]?.content?.[0]?.text ?? '';
const textOf = (packet: HandOffPacket): string => documentText(handOffDocument(packet));

describe('the document of a hand-off', () => {
  it('says why, how confident, what was tried and where to look, in this order', () => {
    const [told = ''] = textOf(aPacket()).split('{"format"');
    expect(
      told
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ).toEqual([
      'Atlas hands this ticket to people: the confidence was below the threshold.',
      'Confidence: 62 % (threshold 80 %)',
      'Verified actions: 1',
      'Decided: 2026-03-02 09:00:40 UTC',
      'What was tried',
      'Attempt 1 · 2026-03-02 09:00:00 UTC, 40.0 s · result unresolved · confidence 62 % · 1 verified action · trace',
      'reset_vpn failed after 1.2 s: timeout',
      'lookup_account succeeded after 150 ms',
      'For machines',
    ]);
  });

  it('says what was not reported, and does not round a confidence up to its threshold', () => {
    const run = { ...aRunRow(), run: aRun({ confidence: null, result: null, steps: [] }) };
    const packet = handOffPacket(
      { ...aPacket(), runId: run.runId, reason: 'no-confidence', confidence: null },
      [run],
      'Atlas',
    );
    expect(textOf(packet)).toContain('Confidence: not reported (threshold 80 %)');
    expect(textOf(packet)).toContain('result not reported · confidence not reported');
    expect(textOf(packet)).toContain('no tool was used');
    expect(textOf(aPacket({ confidence: 0.7999 }))).toContain('79.99 % (threshold 80 %)');
    expect(textOf(aPacket({ confidence: 0.5, threshold: null }))).toContain('Confidence: 50 %\n');
    expect(textOf(aPacket({ detail: 'no-right' }))).toContain('given by the agent: no-right');
  });

  it.each([
    ['https://traces.example.com/a', true],
    ['http://traces.example.com/a', false],
    ['javascript:alert(1)', false],
    ['traces', false],
    [null, false],
  ])('links to %s: %s', (traceUrl, isLinked) => {
    const packet = aPacket();
    const runs = packet.runs.map((run) => ({ ...run, traceUrl }));
    const document = JSON.stringify(handOffDocument({ ...packet, runs }));
    expect(document.includes('"type":"link"')).toBe(isLinked);
  });

  it.each(HAND_OFF_REASONS)('has words for %s', (reason) => {
    expect(textOf(aPacket({ reason }))).toMatch(/hands this ticket to people: [a-z][a-z ]+\./);
  });

  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  const time = fc.nat(4_000_000_000).map((ms) => epochMs(T0 + ms));
  const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
  const packets: fc.Arbitrary<HandOffPacket> = fc.record({
    handOffId: text,
    agent: text,
    reason: fc.constantFrom(...HAND_OFF_REASONS),
    detail: fc.option(text),
    confidence: share,
    threshold: share,
    decidedAt: time,
    runs: fc.array(
      fc.record({
        runId: text,
        startedAt: time,
        endedAt: time,
        confidence: share,
        result: fc.option(fc.constantFrom('resolved', 'escalated', 'unresolved')),
        verifiedActions: fc.nat(9),
        steps: fc.array(
          fc.record({
            tool: text,
            startedAt: time,
            endedAt: time,
            hasFailed: fc.boolean(),
            errorType: fc.option(text),
          }),
          { maxLength: 5 },
        ),
        traceUrl: fc.option(fc.webUrl({ validSchemes: ['https', 'http'] })),
      }),
      { maxLength: 4 },
    ),
    leftOut: fc.constant({ runs: 0, steps: 0 }),
  });

  it("is one by Atlassian's own schema, and its block reads back as the packet", () => {
    fc.assert(
      fc.property(packets, (packet) => {
        const document = handOffDocument(packet);
        expect(documentProblem(document)).toBeNull();
        expect(readHandOffBlock(blockOf(document))).toEqual(packet);
      }),
      SEEDED,
    );
  });

  it('stays within a comment, keeps the last of everything, and counts what it leaves out', () => {
    const [step] = aRun().steps;
    if (step === undefined) throw new Error('a step is missing');
    const steps = Array.from({ length: 300 }, (_, i) => ({ ...step, tool: `tool-${i}` }));
    const rows = Array.from({ length: 80 }, (_, i) =>
      aRunRow({ runId: i.toString(16).padStart(32, '0'), run: aRun({ steps }) }),
    );
    const decided = rows.at(-1)?.runId ?? '';
    const packet = handOffPacket({ ...aPacket(), runId: decided }, rows, 'Atlas');
    const document = handOffDocument(packet);
    expect(documentProblem(document)).toBeNull();
    expect(JSON.stringify(document).length).toBeLessThanOrEqual(MAX_CHARS);
    const read = readHandOffBlock(blockOf(document));
    expect(read?.runs.at(-1)).toMatchObject({ runId: decided });
    expect(read?.runs.at(-1)?.steps.at(-1)).toMatchObject({ tool: 'tool-299' });
    const kept = read?.runs.length ?? 0;
    const keptSteps = read?.runs.reduce((sum, run) => sum + run.steps.length, 0) ?? 0;
    expect(read?.leftOut).toEqual({ runs: 80 - kept, steps: 300 * kept - keptSteps });
    expect(documentText(document as SiteDocument)).toContain(`Attempt 80`);
  });

  it('leaves out runs that came after the one that was decided', () => {
    const later = aRunRow({ runId: 'f'.repeat(32) });
    const packet = handOffPacket({ ...aPacket(), runId: aRunRow().runId }, [aRunRow(), later], 'A');
    expect(packet.runs.map(({ runId }) => runId)).toEqual([aRunRow().runId]);
  });

  it.each(['', '{', '[]', '{"format":"other","version":1}', '{"format":"firstline-hand-off"}'])(
    'reads nothing from %j',
    (other) => {
      expect(readHandOffBlock(other)).toBeNull();
    },
  );
});
