import type { HandOffPacket } from '../../domain/escalation/packet';
import { handOffBlock } from '../hand-off/hand-off-block';
import {
  confidenceWords,
  count,
  cutWords,
  duration,
  isHttps,
  perCent,
  REASONS,
  sum,
  time,
} from '../hand-off/hand-off-words';
import { writeFitting } from '../hand-off/write-fitting';

/** What instances keep of a journal entry when nobody has made the column longer. */
const MAX_CHARS = 16_000;

/** By which the note of a hand-off is found again. */
export const handOffMark = (handOffId: string): string => `firstline-hand-off ${handOffId}`;

/** A hand-off as people read it in a work note, with a block for machines at its end. */
export function handOffNote(packet: HandOffPacket): string {
  return writeFitting(packet, write, (note) => note.length <= MAX_CHARS);
}

function write(packet: HandOffPacket): string {
  const { agent, reason, detail, confidence, threshold, decidedAt, runs, leftOut } = packet;
  return [
    `${agent} hands this incident to people: ${REASONS[reason]}.`,
    '',
    ...(detail === null ? [] : [`Reason given by the agent: ${detail}`]),
    `Confidence: ${confidenceWords(confidence, threshold)}`,
    `Verified actions: ${String(sum(runs.map((each) => each.verifiedActions)))}`,
    `Decided: ${time(decidedAt)}`,
    '',
    'What was tried',
    ...runs.flatMap((run, index) => writeRun(run, leftOut.runs + index + 1)),
    ...(leftOut.runs + leftOut.steps === 0 ? [] : [cutWords(leftOut)]),
    '',
    `For machines (${handOffMark(packet.handOffId)}):`,
    handOffBlock(packet),
  ].join('\n');
}

function writeRun(run: HandOffPacket['runs'][number], attempt: number): readonly string[] {
  const { startedAt, endedAt, result, confidence, verifiedActions, steps, traceUrl } = run;
  const facts = [
    `${time(startedAt)}, ${duration(endedAt - startedAt)}`,
    `result ${result ?? 'not reported'}`,
    `confidence ${perCent(confidence)}`,
    count(verifiedActions, 'verified action'),
    ...(steps.length === 0 ? ['no tool was used'] : []),
  ];
  return [
    `Attempt ${String(attempt)}: ${facts.join(' · ')}`,
    ...(isHttps(traceUrl) ? [`  Trace: ${traceUrl}`] : []),
    ...steps.map(
      ({ tool, startedAt: from, endedAt: to, hasFailed, errorType }) =>
        `  - ${tool} ${hasFailed ? 'failed' : 'succeeded'} after ${duration(to - from)}` +
        (errorType === null ? '' : `: ${errorType}`),
    ),
  ];
}
