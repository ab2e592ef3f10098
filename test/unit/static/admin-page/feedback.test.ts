import type { FeedbackExportState, FeedbackPart, Result } from '../../../../src/contract';
import { collectFeedback } from '../../../../static/admin-page/feedback/collect-feedback';
import { prepareFeedback } from '../../../../static/admin-page/feedback/prepare-feedback';
import { FORMATS } from '../builders';
import { AS_OF } from './administration-builder';

const EXPORT: FeedbackExportState = {
  exportId: '0b9a3a52-5d6a-4f0e-9f0c-3f5b0e6a7c11',
  status: 'done',
  isStuck: false,
  sinceLast: false,
  startedAt: '2026-03-10T07:00:00.000Z',
  finishedAt: '2026-03-10T08:00:00.000Z',
  runs: 1_200,
  parts: 3,
};
const viewOf = (some: Partial<FeedbackExportState>) =>
  prepareFeedback({ ...EXPORT, ...some }, Date.parse(AS_OF), FORMATS);

describe('prepareFeedback', () => {
  it.each([
    [{}, 'Prepared 1 h ago: 1,200 lines.', false, true],
    [
      { sinceLast: true, runs: 1, parts: 1 },
      'Prepared 1 h ago: 1 line that is new or changed.',
      false,
      true,
    ],
    [{ runs: 0, parts: 0 }, 'Prepared 1 h ago: no run has an outcome yet.', false, false],
    [{ sinceLast: true, runs: 0, parts: 0 }, 'Prepared 1 h ago: nothing is new.', false, false],
    [
      { status: 'running', finishedAt: null },
      'Being prepared, begun 2 h ago: 1,200 lines so far.',
      true,
      false,
    ],
    [
      { status: 'running', finishedAt: null, isStuck: true },
      'The export that was begun 2 h ago has not moved for hours. Prepare another.',
      false,
      false,
    ],
  ] as const)('says how far the export is: %#', (some, sentence, isRunning, isReady) => {
    expect(viewOf(some)).toEqual({
      sentence,
      isRunning,
      isReady,
      fileName: 'firstline-outcomes-2026-03-10.jsonl',
    });
  });

  it('has nothing to download before the first', () => {
    expect(prepareFeedback(null, Date.parse(AS_OF), FORMATS)).toMatchObject({
      sentence: 'No export has been prepared yet.',
      isRunning: false,
      isReady: false,
    });
  });
});

describe('a download', () => {
  const partsOf = (answers: readonly Result<FeedbackPart>[]) => {
    const asked: number[] = [];
    const readFeedbackPart = ({ part }: { readonly part: number }) => {
      asked.push(part);
      const answer = answers[part];
      if (answer === undefined) throw new Error(`part ${part} was not to be asked for`);
      return Promise.resolve(answer);
    };
    return { asked, client: { readFeedbackPart } };
  };
  const part = (lines: string | null): Result<FeedbackPart> => ({ ok: true, value: { lines } });

  it('has every part once, in order', async () => {
    const { client, asked } = partsOf([part('a\nb\n'), part('c\n'), part('d\n')]);
    expect(await collectFeedback(client, EXPORT)).toEqual({ ok: true, value: 'a\nb\nc\nd\n' });
    expect(asked).toEqual([0, 1, 2]);
  });

  it('is none where a part is no longer kept', async () => {
    const { client } = partsOf([part('a\n'), part(null)]);
    expect(await collectFeedback(client, EXPORT)).toEqual({ ok: true, value: null });
  });

  it('stops at the first refusal, and says which', async () => {
    const refusal = { ok: false, error: { kind: 'not-found-or-not-permitted' } } as const;
    const { client, asked } = partsOf([part('a\n'), refusal]);
    expect(await collectFeedback(client, EXPORT)).toEqual(refusal);
    expect(asked).toEqual([0, 1]);
  });
});
