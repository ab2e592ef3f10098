import { gzipSync } from 'node:zlib';

import type { Chance } from '../../sandbox/demo/chance';

/** A request of the telemetry endpoint. */
export interface MutatedBody {
  /** How it came about, for the message of a test that fails. */
  readonly mutation: string;
  readonly body: Uint8Array;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
}

/**
 * One of `bodies`, JSON texts that are read without complaint, spoilt at random: as bytes, as text, or
 * as JSON of other values and shapes. A few come out readable, as they must: what follows the reader
 * is to be tried, too.
 */
export function mutateBody(chance: Chance, bodies: readonly string[]): MutatedBody {
  const original = chance.one(bodies);
  const mutation = chance.pick(MUTATIONS);
  const spoilt = mutation.apply(chance, original);
  const body = typeof spoilt === 'string' ? Buffer.from(spoilt) : spoilt;
  const packing = chance.pick(PACKINGS);
  return {
    mutation: mutation.name,
    body: packing.packs ? packed(chance, body) : body,
    contentType: chance.pick(CONTENT_TYPES),
    contentEncoding: packing.contentEncoding,
  };
}

const CONTENT_TYPES = [
  ['application/json', 90],
  ['application/json; charset=utf-8', 4],
  ['application/x-protobuf', 1],
  ['application/json; charset=latin1', 1],
  ['', 1],
  [null, 1],
] as const;

interface Packing {
  readonly packs: boolean;
  readonly contentEncoding: string | null;
}
const PACKINGS: readonly (readonly [Packing, number])[] = [
  [{ packs: false, contentEncoding: null }, 88],
  [{ packs: true, contentEncoding: 'gzip' }, 6],
  [{ packs: true, contentEncoding: null }, 2],
  [{ packs: false, contentEncoding: 'gzip' }, 2],
  [{ packs: false, contentEncoding: 'br' }, 2],
];

/** Whole, cut off or with a bit turned. */
function packed(chance: Chance, body: Uint8Array): Uint8Array {
  const whole = gzipSync(body, { level: 1 });
  if (chance.happens(0.5)) return whole;
  return chance.happens(0.5)
    ? whole.subarray(0, chance.index(whole.byteLength))
    : withTurnedBits(chance, whole);
}

interface Mutation {
  readonly name: string;
  apply(chance: Chance, text: string): string | Uint8Array;
}

const MUTATIONS: readonly (readonly [Mutation, number])[] = [
  [{ name: 'none', apply: (_chance, text) => text }, 1],
  [{ name: 'turned bits', apply: (chance, text) => withTurnedBits(chance, Buffer.from(text)) }, 15],
  [{ name: 'cut off', apply: (chance, text) => text.slice(0, chance.index(text.length)) }, 8],
  [{ name: 'text moved', apply: withTextMoved }, 10],
  [{ name: 'value replaced', apply: withValueReplaced }, 35],
  [{ name: 'member renamed', apply: withMemberRenamed }, 12],
  [{ name: 'nested deeply', apply: withDeepNesting }, 4],
  [{ name: 'doubled', apply: withElementsDoubled }, 10],
  [{ name: 'noise', apply: (chance) => noise(chance) }, 5],
];

function withTurnedBits(chance: Chance, bytes: Uint8Array): Uint8Array {
  const turned = Uint8Array.from(bytes);
  for (let left = 1 + chance.index(8); left > 0 && turned.length > 0; left -= 1) {
    const at = chance.index(turned.length);
    turned[at] = (turned[at] ?? 0) ^ (1 << chance.index(8));
  }
  return turned;
}

/** A piece of the text is put somewhere else, or again, or left out. */
function withTextMoved(chance: Chance, text: string): string {
  const from = chance.index(text.length);
  const piece = text.slice(from, from + 1 + chance.index(60));
  const rest = chance.happens(0.5) ? text.replace(piece, '') : text;
  const to = chance.index(rest.length + 1);
  return rest.slice(0, to) + (chance.happens(0.8) ? piece : '') + rest.slice(to);
}

/** Names of members end at their colon. Taken together, so that no match begins within another. */
const TOKEN = /"(?:[^"\\]|\\.)*"(?:\s*:)?|-?\d+(?:\.\d+)?|true|false|null/g;
const OBJECT = /\{[^{}]*\}/g;

type Kind = 'value' | 'member' | 'object';

/** One of the places where such a thing stands; the beginning without any. */
function spot(chance: Chance, text: string, kind: Kind): readonly [from: number, to: number] {
  const found = [...text.matchAll(kind === 'object' ? OBJECT : TOKEN)].filter(
    ([token]) => kind === 'object' || token.endsWith(':') === (kind === 'member'),
  );
  const match = found.length === 0 ? undefined : chance.one(found);
  return match === undefined ? [0, 0] : [match.index, match.index + match[0].length];
}

const withReplaced = (text: string, [from, to]: readonly [number, number], by: string): string =>
  text.slice(0, from) + by + text.slice(to);

function withValueReplaced(chance: Chance, text: string): string {
  let spoilt = text;
  for (let left = 1 + chance.index(3); left > 0; left -= 1) {
    spoilt = withReplaced(spoilt, spot(chance, spoilt, 'value'), chance.one(ODD_VALUES));
  }
  return spoilt;
}

const ODD_VALUES: readonly string[] = [
  'null',
  'true',
  '{}',
  '[]',
  '[[]]',
  '{"a":1}',
  '""',
  '" "',
  '"0"',
  '0',
  '-1',
  '-0',
  '0.5',
  '1e308',
  '1e999',
  '-1e999',
  '9007199254740993',
  '340282366920938463463374607431768211456',
  '9'.repeat(400),
  `0.${'1'.repeat(400)}`,
  '"NaN"',
  '"Infinity"',
  '"-1"',
  '"1e400"',
  '"9999999999999999999999999"',
  '"00000000000000000000000000000000"',
  '"ffffffffffffffffffffffffffffffff"',
  '"FFFFFFFFFFFFFFFF"',
  '"2026-02-30T25:61:00Z"',
  '"9999-12-31T23:59:59Z"',
  '"0000-01-01T00:00:00+00:00"',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\ue0001234567890123456789"',
  '"😀😀😀😀"',
  '"\'); DROP TABLE agent_run; --"',
  '"javascript:alert(1)"',
  '"http://example.com/"',
  '"https://user:secret@example.com/"',
  `"${'x'.repeat(3_000)}"`,
  `"${'😀'.repeat(200)}"`,
  '"{\\"input\\":{\\"input\\":1e999}}"',
  '"constructor"',
  '"IT-0"',
  '"IT-99999999999999999999"',
];

const ODD_MEMBERS: readonly string[] = [
  '"__proto__"',
  '"constructor"',
  '"prototype"',
  '"toString"',
  '"hasOwnProperty"',
  '"length"',
  '"key"',
  '"runs"',
  '"resourceSpans"',
  '"spans"',
  '"attributes"',
  '""',
  '"\\u0000"',
  `"${'m'.repeat(500)}"`,
];

function withMemberRenamed(chance: Chance, text: string): string {
  return withReplaced(text, spot(chance, text, 'member'), `${chance.one(ODD_MEMBERS)}:`);
}

function withDeepNesting(chance: Chance, text: string): string {
  const depth = 10 ** (1 + chance.index(4));
  const [open, close] = chance.one([
    ['[', ']'],
    ['{"a":', '}'],
    ['{"arrayValue":{"values":[', ']}}'],
  ] as const);
  const nest = open.repeat(depth) + (chance.happens(0.8) ? `1${close.repeat(depth)}` : '');
  return withReplaced(text, spot(chance, text, 'value'), nest);
}

/** An object several times: attributes, spans, runs or steps. */
function withElementsDoubled(chance: Chance, text: string): string {
  const [from, to] = spot(chance, text, 'object');
  const element = text.slice(from, to);
  return withReplaced(
    text,
    [from, to],
    Array(2 + chance.index(4))
      .fill(element)
      .join(','),
  );
}

const noise = (chance: Chance): Uint8Array =>
  Uint8Array.from({ length: chance.index(200) }, () => chance.index(256));
