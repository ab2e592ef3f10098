import type { RunStatement, SpanFacts, SpanKind } from '../../domain/run/span-facts';
import type { ReceivedSpan } from '../../ports/telemetry-reader';
import {
  amountOf,
  type Attributes,
  countOf,
  readAttributes,
  textOf,
  type Wanted,
} from './attributes';
import { cleanName, isCode } from './clean-text';
import { DIALECTS } from './dialects';
import type { Dialect } from './dialects/dialect';
import { EVALUATION_ATTRIBUTES, evaluationOf } from './evaluations';
import { isNoId, otlpId } from './otlp-id';
import { otlpTime } from './otlp-time';
import { OWN_ATTRIBUTES, readOwnAttributes } from './own-attributes';
import { readEvents } from './read-events';
import { kindByName, nameByName } from './span-name';
import { isObject, read, type Reading, refuse } from './refusal';

/** One span of OTLP: what is told of it by names, figures and codes. */
export function readSpan(span: unknown): Reading<ReceivedSpan> {
  if (!isObject(span)) return refuse('', 'an object');
  const traceId = otlpId(span['traceId'], 32);
  if (traceId === null) return refuse('traceId', '32 hexadecimal digits, not all zero');
  const spanId = otlpId(span['spanId'], 16);
  if (spanId === null) return refuse('spanId', '16 hexadecimal digits, not all zero');
  const isRoot = isNoId(span['parentSpanId']);
  const parentSpanId = isRoot ? null : otlpId(span['parentSpanId'], 16);
  if (!isRoot && parentSpanId === null) {
    return refuse('parentSpanId', '16 hexadecimal digits, or empty for the root');
  }
  const startedAt = otlpTime(span['startTimeUnixNano']);
  if (startedAt === null) return refuse('startTimeUnixNano', NANOSECONDS);
  const endedAt = otlpTime(span['endTimeUnixNano']);
  if (endedAt === null) return refuse('endTimeUnixNano', NANOSECONDS);
  if (endedAt < startedAt) return refuse('endTimeUnixNano', 'not before startTimeUnixNano');

  const attributes = readAttributes(span['attributes'], WANTED);
  if (!attributes.ok) return attributes;
  const statement = statementOf(attributes.value);
  if (!statement.ok) return statement;
  const name = typeof span['name'] === 'string' ? span['name'] : '';
  const events = readEvents(span['events']);
  const ofAttributes = evaluationOf(attributes.value);

  return read({
    traceId,
    span: {
      spanId,
      parentSpanId,
      startedAt,
      endedAt,
      ...subjectOf(attributes.value, name),
      ...troubleOf(attributes.value, span['status'], events.exceptionType),
      statement: statement.value,
      evaluations:
        ofAttributes === null ? events.evaluations : [ofAttributes, ...events.evaluations],
    },
  });
}

const NANOSECONDS =
  'nanoseconds since 1970-01-01, as a string of digits, of the years 2000 to 2099';
const LEVEL = 'langfuse.observation.level';

/** Names of all dialects in their order. */
const namesOf = (
  member:
    'agent' | 'tool' | 'model' | 'inputTokens' | 'outputTokens' | 'conversation' | 'errorType',
): readonly string[] => DIALECTS.flatMap((dialect) => dialect[member] ?? []);

const AGENT = namesOf('agent');
const TOOL = namesOf('tool');
const MODEL = namesOf('model');
const INPUT_TOKENS = namesOf('inputTokens');
const OUTPUT_TOKENS = namesOf('outputTokens');
const CONVERSATION = namesOf('conversation');
const ERROR_TYPE = namesOf('errorType');
const COST_USD = DIALECTS.flatMap(({ costUsd }) => costUsd ?? []);
const PREFIXES = DIALECTS.flatMap(({ prefixes }) => prefixes ?? []);
const KINDS = DIALECTS.flatMap(({ kind }: Dialect) => (kind === undefined ? [] : [kind]));

const WANTED: Wanted = {
  names: new Set([
    ...[AGENT, TOOL, MODEL, INPUT_TOKENS, OUTPUT_TOKENS, CONVERSATION, ERROR_TYPE].flat(),
    ...COST_USD.flat(),
    ...KINDS.map(({ attribute }) => attribute),
    ...['', ...PREFIXES].flatMap((prefix) => OWN_ATTRIBUTES.map((name) => `${prefix}${name}`)),
    ...EVALUATION_ATTRIBUTES,
    LEVEL,
  ]),
  objects: new Set(DIALECTS.flatMap(({ objects }) => objects ?? [])),
};

type Subject = Pick<
  SpanFacts,
  'kind' | 'name' | 'model' | 'inputTokens' | 'outputTokens' | 'costUsd'
>;

function subjectOf(attributes: Attributes, spanName: string): Subject {
  const kind = kindOf(attributes, spanName);
  const named = (names: readonly string[]): string | null => {
    const text = textOf(attributes, names);
    return text === null ? null : cleanName(text);
  };
  if (kind === 'agent') return { ...NO_SUBJECT, kind, name: named(AGENT) ?? nameByName(spanName) };
  if (kind === 'tool') return { ...NO_SUBJECT, kind, name: named(TOOL) ?? nameByName(spanName) };
  if (kind === 'other') return NO_SUBJECT;
  return {
    kind,
    name: null,
    model: named(MODEL),
    inputTokens: countOf(attributes, INPUT_TOKENS),
    outputTokens: countOf(attributes, OUTPUT_TOKENS),
    costUsd: costOf(attributes),
  };
}

const NO_SUBJECT: Subject = {
  kind: 'other',
  name: null,
  model: null,
  inputTokens: null,
  outputTokens: null,
  costUsd: null,
};

/** What a dialect says; else what the attributes are about; else the name, where it is a convention. */
function kindOf(attributes: Attributes, spanName: string): SpanKind {
  for (const { attribute, kinds } of KINDS) {
    const value = attributes.get(attribute);
    const kind = typeof value === 'string' ? kinds.get(value.toLowerCase()) : undefined;
    if (kind !== undefined) return kind;
  }
  if (textOf(attributes, TOOL) !== null) return 'tool';
  if (textOf(attributes, AGENT) !== null) return 'agent';
  if (textOf(attributes, MODEL) !== null || countOf(attributes, INPUT_TOKENS) !== null)
    return 'model';
  return kindByName(spanName) ?? 'other';
}

function costOf(attributes: Attributes): number | null {
  for (const names of COST_USD) {
    const parts = names
      .map((name) => amountOf(attributes, [name]))
      .filter((amount) => amount !== null);
    if (parts.length > 0) return parts.reduce((sum, amount) => sum + amount, 0);
  }
  return null;
}

function statementOf(attributes: Attributes): Reading<RunStatement> {
  const own = readOwnAttributes(attributes, PREFIXES);
  if (!own.ok) return own;
  const conversation = textOf(attributes, CONVERSATION);
  const conversationId = conversation === null ? null : cleanName(conversation);
  return read({ ...own.value, conversationId });
}

/** An error's class without its message: a text in its place is told as `_OTHER`. */
function troubleOf(
  attributes: Attributes,
  status: unknown,
  exceptionType: string | null,
): Pick<SpanFacts, 'hasFailed' | 'errorType'> {
  const told = textOf(attributes, ERROR_TYPE) ?? exceptionType;
  const code = isObject(status) ? status['code'] : undefined;
  const hasFailed =
    code === 2 ||
    code === 'STATUS_CODE_ERROR' ||
    told !== null ||
    attributes.get(LEVEL) === 'ERROR';
  return { hasFailed, errorType: told === null || isCode(told) ? told : '_OTHER' };
}
