import type { HandOffPacket } from '../../domain/escalation/packet';
import type { RunStep } from '../../domain/run/agent-run';
import { handOffBlock } from '../hand-off/hand-off-block';
import {
  confidenceWords,
  count,
  cutWords,
  duration,
  isHttps,
  REASONS,
  sum,
  time,
  perCent,
} from '../hand-off/hand-off-words';
import { writeFitting } from '../hand-off/write-fitting';
import { adf, type AdfDocument, type AdfNode } from './adf';

/** Jira's limit of a comment; it does not say whether of its text or of its JSON: the stricter. */
const MAX_CHARS = 32_767;
/**
 * A hand-off as people read it in the ticket, with a block for machines at its end. In English: a
 * comment has one language, whoever reads it.
 */
export function handOffDocument(packet: HandOffPacket): AdfDocument {
  return writeFitting(packet, write, (document) => JSON.stringify(document).length <= MAX_CHARS);
}

function write(packet: HandOffPacket): AdfDocument {
  const { agent, reason, detail, confidence, threshold, decidedAt, runs, leftOut } = packet;
  const fact = (name: string, ...value: readonly AdfNode[]): AdfNode =>
    adf.item(adf.paragraph(adf.strong(`${name}: `), ...value));
  return adf.document(
    adf.warning(
      adf.paragraph(
        adf.strong(`${agent} hands this ticket to people: `),
        adf.text(`${REASONS[reason]}.`),
      ),
    ),
    adf.bullets(
      ...(detail === null ? [] : [fact('Reason given by the agent', adf.code(detail))]),
      fact('Confidence', adf.text(confidenceWords(confidence, threshold))),
      fact('Verified actions', adf.text(String(sum(runs.map((each) => each.verifiedActions))))),
      fact('Decided', adf.text(time(decidedAt))),
    ),
    adf.heading(adf.text('What was tried')),
    ...runs.flatMap((run, index) => writeRun(run, leftOut.runs + index + 1)),
    ...(leftOut.runs + leftOut.steps === 0 ? [] : [adf.paragraph(adf.text(cutWords(leftOut)))]),
    adf.expand('For machines', adf.json(handOffBlock(packet))),
  );
}

function writeRun(run: HandOffPacket['runs'][number], attempt: number): readonly AdfNode[] {
  const { startedAt, endedAt, result, confidence, verifiedActions, steps, traceUrl } = run;
  const facts = [
    `${time(startedAt)}, ${duration(endedAt - startedAt)}`,
    `result ${result ?? 'not reported'}`,
    `confidence ${perCent(confidence)}`,
    count(verifiedActions, 'verified action'),
  ];
  const link = isHttps(traceUrl) ? [adf.text(' · '), adf.link('trace', traceUrl)] : [];
  return [
    adf.paragraph(
      adf.strong(`Attempt ${attempt}`),
      adf.text(` · ${facts.join(' · ')}${steps.length === 0 ? ' · no tool was used' : ''}`),
      ...link,
    ),
    ...(steps.length === 0 ? [] : [adf.steps(...steps.map(writeStep))]),
  ];
}

const writeStep = ({ tool, startedAt, endedAt, hasFailed, errorType }: RunStep): AdfNode =>
  adf.item(
    adf.paragraph(
      adf.code(tool),
      adf.text(` ${hasFailed ? 'failed' : 'succeeded'} after ${duration(endedAt - startedAt)}`),
      ...(errorType === null ? [] : [adf.text(': '), adf.code(errorType)]),
    ),
  );
