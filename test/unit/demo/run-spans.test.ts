import { DEMO_DESKS } from '../../../sandbox/demo/desk-model';
import { generateDay } from '../../../sandbox/demo/generate-day';
import { runSpans, traceIdOf } from '../../../sandbox/demo/play/run-spans';
import type { RunAction, TicketScript } from '../../../sandbox/demo/ticket-script';
import { batchOf, otlpBody, runsOf } from '../../support/telemetry-body';

const days = DEMO_DESKS.flatMap((desk) =>
  [80, 81, 82].flatMap((day) => generateDay(desk, day, { seed: 6, startDay: '2026-03-02' })),
);
const told = days.flatMap((script) =>
  script.actions.flatMap((action) => (action.kind === 'run' ? [{ script, action }] : [])),
);

const readBack = (script: TicketScript, action: RunAction) => {
  const batch = batchOf(otlpBody(runSpans(script, action, 'IT-7')));
  expect(batch.refused).toEqual([]);
  const [run] = runsOf(batch);
  if (run === undefined) throw new Error('No run was read');
  return { batch, run };
};

describe("the demo agent's telemetry", () => {
  it('is read back by the app as the run that it was', () => {
    expect(told.length).toBeGreaterThan(20);
    for (const { script, action } of told) {
      const { run } = readBack(script, action);
      const calls = action.run.steps.flatMap((step) => (step.kind === 'model' ? [step] : []));
      const tools = action.run.steps.flatMap((step) => (step.kind === 'tool' ? [step] : []));
      expect(run).toMatchObject({
        ticketRef: 'IT-7',
        agentName: 'Atlas',
        isComplete: true,
        startedAt: action.run.startedAtMs,
        endedAt: action.atMs,
        result: action.run.result,
        confidence: action.run.confidence,
        verifiedActions: action.run.verifiedActions,
        handOffReason: action.run.reason,
        modelCalls: calls.length,
        spans: action.run.steps.length + 1,
      });
      expect(run.inputTokens).toBe(calls.reduce((sum, { inputTokens }) => sum + inputTokens, 0));
      expect(run.outputTokens).toBe(calls.reduce((sum, { outputTokens }) => sum + outputTokens, 0));
      expect(run.costUsd).toBeCloseTo(
        calls.reduce((sum, { costUsd }) => sum + costUsd, 0),
        10,
      );
      expect(run.steps.map(({ tool, errorType }) => ({ tool, errorType }))).toEqual(
        tools.map(({ tool, errorType }) => ({ tool, errorType })),
      );
    }
  });

  it('carries what was asked and answered, of which the app keeps nothing', () => {
    for (const { script, action } of told.slice(0, 20)) {
      const sent = JSON.stringify(runSpans(script, action, 'IT-7'));
      expect(sent).toContain(JSON.stringify(script.summary).slice(1, -1));
      expect(JSON.stringify(readBack(script, action).batch.spans)).not.toContain(script.summary);
    }
  });

  it('names every run by a trace of its own', () => {
    expect(new Set(told.map(({ script, action }) => traceIdOf(script, action))).size).toBe(
      told.length,
    );
  });
});
