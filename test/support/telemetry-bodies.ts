import { otlpBody, otlpSpan } from './telemetry-body';

/**
 * Small bodies of every kind that the endpoint reads, for mutation; all name the ticket.
 *
 * @param ticket an issue's key
 */
export const telemetryBodies = (ticket: string): readonly string[] =>
  [
    otlpBody([
      otlpSpan({
        'gen_ai.operation.name': 'invoke_agent',
        'gen_ai.agent.name': 'helper',
        'firstline.ticket.key': ticket,
        'firstline.result': 'resolved',
        'firstline.confidence': 0.91,
        'firstline.verified_actions': 1,
        'firstline.trace.url': 'https://traces.example.com/t/1',
        'session.id': 's-1',
      }),
      otlpSpan(
        {
          'gen_ai.operation.name': 'chat',
          'gen_ai.request.model': 'large',
          'gen_ai.usage.input_tokens': 120,
          'gen_ai.usage.output_tokens': 30,
          'gen_ai.usage.input_cost': 0.0012,
          'langfuse.observation.usage_details': '{"input":120,"output":30}',
          'gen_ai.input.messages': 'My password does not work',
        },
        { spanId: 'eee19b7ec3c1b175', parentSpanId: 'eee19b7ec3c1b174' },
      ),
      otlpSpan(
        {
          'openinference.span.kind': 'TOOL',
          'tool.name': 'directory.reset',
          'error.type': 'timeout',
        },
        {
          spanId: 'eee19b7ec3c1b176',
          parentSpanId: 'eee19b7ec3c1b174',
          status: { code: 2, message: 'Account of Ada is locked' },
          events: [
            {
              name: 'gen_ai.evaluation.result',
              attributes: [
                { key: 'gen_ai.evaluation.name', value: { stringValue: 'correctness' } },
                { key: 'gen_ai.evaluation.score.value', value: { doubleValue: 0.8 } },
              ],
            },
          ],
        },
      ),
    ]),
    {
      runs: [
        {
          id: 'run-1',
          ticket,
          startedAt: '2026-03-02T09:00:00Z',
          endedAt: '2026-03-02T09:01:00Z',
          result: 'resolved',
          confidence: 0.91,
          verifiedActions: 1,
          handOffReason: null,
          conversation: 's-1',
          traceUrl: 'https://traces.example.com/t/1',
          model: 'large',
          tokens: { input: 120, output: 30 },
          costUsd: 0.0012,
          steps: [
            {
              id: '1',
              tool: 'directory.reset',
              startedAt: '2026-03-02T09:00:10Z',
              endedAt: '2026-03-02T09:00:20Z',
              failed: true,
              errorType: 'timeout',
            },
          ],
        },
        { id: 'run-2', ticket, startedAt: '2026-03-02T09:00:00Z', confidence: 0.4 },
      ],
    },
  ].map((body) => JSON.stringify(body));
