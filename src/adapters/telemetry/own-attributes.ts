import { NOTHING_STATED, type RunResult, type RunStatement } from '../../domain/run/span-facts';
import { type Attributes, toNumber } from './attributes';
import { isCode } from './clean-text';
import { read, type Reading, refuse } from './refusal';

/** What a sender tells us in attributes of our own, on any span of a run. */
export const OWN_ATTRIBUTES = [
  'firstline.ticket.key',
  'firstline.result',
  'firstline.confidence',
  'firstline.verified_actions',
  'firstline.handoff.reason',
  'firstline.trace.url',
] as const;
type Value = string | number | boolean;
type OwnAttribute = (typeof OWN_ATTRIBUTES)[number];

type OwnStatement = Omit<RunStatement, 'conversationId'>;

/**
 * Others' attributes are read if they can be; ours decide, so one that cannot be read refuses its
 * span and the sender is told.
 *
 * @param prefixes in front of our names, where tools carry a sender's own attributes so
 */
export function readOwnAttributes(
  attributes: Attributes,
  prefixes: readonly string[],
): Reading<OwnStatement> {
  const said = new Map<OwnAttribute, Value>();
  for (const name of OWN_ATTRIBUTES) {
    const value =
      attributes.get(name) ??
      prefixes.map((prefix) => attributes.get(`${prefix}${name}`)).find((v) => v !== undefined);
    if (value !== undefined && value !== '') said.set(name, value);
  }
  if (said.size === 0) return read(NOTHING_STATED);
  return statementOf(said);
}

/** What a run may name its ticket by. */
export const TICKET_REMEDY =
  'the key or the number of an issue, or the number or the sys_id of an incident';

const REMEDIES: Readonly<Record<OwnAttribute, string>> = {
  'firstline.ticket.key': TICKET_REMEDY,
  'firstline.result': 'one of resolved, escalated, unresolved',
  'firstline.confidence': 'a number from 0 to 1',
  'firstline.verified_actions': 'a whole number from 0 to 10000',
  'firstline.handoff.reason': 'a code of at most 64 characters, no sentence',
  'firstline.trace.url': 'an https address of at most 500 characters',
};

function statementOf(said: ReadonlyMap<OwnAttribute, Value>): Reading<OwnStatement> {
  const unfit: OwnAttribute[] = [];
  const value = <T>(name: OwnAttribute, toKept: (given: Value) => T | null): T | null => {
    const given = said.get(name);
    if (given === undefined) return null;
    const kept = toKept(given);
    if (kept === null) unfit.push(name);
    return kept;
  };
  const statement: OwnStatement = {
    ticketRef: value('firstline.ticket.key', ticketRefOf),
    result: value('firstline.result', resultOf),
    confidence: value('firstline.confidence', confidenceOf),
    verifiedActions: value('firstline.verified_actions', verifiedActionsOf),
    handOffReason: value('firstline.handoff.reason', reasonOf),
    traceUrl: value('firstline.trace.url', traceUrlOf),
  };
  const [first] = unfit;
  return first === undefined ? read(statement) : refuse(`attributes.${first}`, REMEDIES[first]);
}

/** An issue's key or an incident's number in upper case, or an id of either; null: none of these. */
export function ticketRefOf(value: Value): string | null {
  const text = String(value).trim().toUpperCase();
  return TICKET_REFS.some((each) => each.test(text)) ? text : null;
}

function resultOf(value: Value): RunResult | null {
  return RESULTS.find((result) => result === value) ?? null;
}

function confidenceOf(value: Value): number | null {
  const confidence = toNumber(value);
  return confidence !== null && confidence >= 0 && confidence <= 1 ? confidence : null;
}

function verifiedActionsOf(value: Value): number | null {
  const count = toNumber(value);
  return count !== null && Number.isInteger(count) && count >= 0 && count <= MOST_VERIFIED_ACTIONS
    ? count
    : null;
}

export function reasonOf(value: Value): string | null {
  return typeof value === 'string' && isCode(value) ? value : null;
}

/** Without a name and password in it, which some tools' addresses carry. */
export function traceUrlOf(value: Value): string | null {
  if (typeof value !== 'string' || value.length > TRACE_URL_LENGTH) return null;
  if (!URL.canParse(value)) return null;
  const { protocol, username, password, href } = new URL(value);
  return protocol === 'https:' &&
    username === '' &&
    password === '' &&
    href.length <= TRACE_URL_LENGTH
    ? href
    : null;
}

export const RESULTS: readonly RunResult[] = ['resolved', 'escalated', 'unresolved'];
export const MOST_VERIFIED_ACTIONS = 10_000;
const TRACE_URL_LENGTH = 500;
/** Of an issue: key, id. Of an incident: number (the prefix is the instance's), sys_id. */
const TICKET_REFS = [
  /^[A-Z][A-Z0-9_]{0,99}-[1-9]\d{0,11}$/,
  /^[1-9]\d{0,18}$/,
  /^[A-Z][A-Z_]{1,19}\d{1,15}$/,
  /^[0-9A-F]{32}$/,
];
