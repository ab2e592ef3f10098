import type { HandOffReason } from '../../domain/escalation/decision';
import { cutPacket } from '../../domain/escalation/hand-off-packet';
import type { HandOffPacket } from '../../domain/escalation/packet';
import type { RunStep } from '../../domain/run/agent-run';
import { adf, type AdfDocument, type AdfNode } from './adf';
import { handOffBlock } from './hand-off-block';

/** Jira's limit of a comment; it does not say whether of its text or of its JSON: the stricter. */
const MAX_CHARS = 32_767;
/** What a comment may hold, more and more of it left out until it fits. */
const SIZES = [
  { runs: 50, stepsPerRun: 100 },
  { runs: 20, stepsPerRun: 40 },
  { runs: 10, stepsPerRun: 20 },
  { runs: 5, stepsPerRun: 10 },
  { runs: 3, stepsPerRun: 5 },
  { runs: 1, stepsPerRun: 5 },
] as const;
const LEAST = { runs: 1, stepsPerRun: 0 } as const;

/**
 * A hand-off as people read it in the ticket, with a block for machines at its end. In English: a
 * comment has one language, whoever reads it.
 */
export function handOffDocument(packet: HandOffPacket): AdfDocument {
  for (const size of SIZES) {
    const document = write(cutPacket(packet, size));
    if (JSON.stringify(document).length <= MAX_CHARS) return document;
  }
  return write(cutPacket(packet, LEAST));
}

const REASONS: Readonly<Record<HandOffReason, string>> = {
  'risk-never': 'requests of this type belong to people',
  'agent-escalated': 'the agent gave it up',
  'tool-not-allowed': 'the agent used a tool that is not allowed here',
  'risk-supervised': 'people confirm every attempt at requests of this type',
  'too-many-attempts': 'the agent has tried as often as it may',
  'too-long': 'the agent has taken as long as it may',
  'no-confidence': 'the agent did not report its confidence',
  'low-confidence': 'the confidence was below the threshold',
};

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

function confidenceWords(confidence: number | null, threshold: number | null): string {
  if (threshold === null) return perCent(confidence);
  return `${perCent(confidence)} (threshold ${perCent(threshold)})`;
}

const cutWords = ({ runs, steps }: HandOffPacket['leftOut']): string =>
  `Left out for want of room: ${count(runs, 'earlier attempt')}, ${count(steps, 'earlier step')}.`;

/** With decimals as far as they are needed: 79.6 % must not read as 80 %. */
const perCent = (share: number | null): string =>
  share === null ? 'not reported' : `${String(Math.round(share * 10_000) / 100)} %`;

const count = (n: number, thing: string): string => `${n} ${thing}${n === 1 ? '' : 's'}`;
const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);

const time = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

function duration(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.floor((ms % 60_000) / 1_000)} s`;
}

/** Nothing but https: a sender of telemetry must not put other links into tickets. */
const isHttps = (url: string | null): url is string =>
  url !== null && URL.canParse(url) && new URL(url).protocol === 'https:';
