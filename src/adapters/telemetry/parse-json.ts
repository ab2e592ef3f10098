/**
 * JSON without loss of whole numbers: one of 16 digits or more, which a double may not hold, is read
 * as a string of its digits behind `BIG_INTEGER`. Everything else is as `JSON.parse` has it.
 *
 * Bodies without such numbers, nearly all, cost one search more than `JSON.parse`.
 *
 * @throws SyntaxError what `JSON.parse` refuses
 */
export function parseJson(text: string): unknown {
  return JSON.parse(MAY_HOLD_BIG_INTEGER.test(text) ? markBigIntegers(text) : text) as unknown;
}

/** Of private use: no name, id or digit begins with it. */
export const BIG_INTEGER = '\uE000';

/** Also true of some texts in quotes, which then take the longer way for nothing. */
const MAY_HOLD_BIG_INTEGER = /[[:,\s]-?\d{16}/;
const BIG_DIGITS = 16;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;

/** No regular expression over whole strings: theirs overflow the stack on long ones. */
function markBigIntegers(text: string): string {
  let marked = '';
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at + 1);
    } else if (code === MINUS || isDigit(code)) {
      const end = endOfNumber(text, at);
      if (isBigInteger(text, at, end)) {
        marked += `${text.slice(copied, at)}"${BIG_INTEGER}${text.slice(at, end)}"`;
        copied = end;
      }
      at = end;
    } else {
      at += 1;
    }
  }
  return marked + text.slice(copied);
}

/** Just behind the closing quote; the text's end without one. */
function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at + 1;
  }
  return text.length;
}

function endOfNumber(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && (isDigit(text.charCodeAt(at)) || '.eE+-'.includes(text.charAt(at)))) {
    at += 1;
  }
  return at;
}

/** Leaves what is no JSON to `JSON.parse`: leading zeros, and numbers for keys. */
function isBigInteger(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from) === MINUS ? from + 1 : from;
  if (to - first < BIG_DIGITS || text[first] === '0') return false;
  for (let at = first; at < to; at += 1) if (!isDigit(text.charCodeAt(at))) return false;
  let next = to;
  while (next < text.length && ' \t\r\n'.includes(text.charAt(next))) next += 1;
  return text[next] !== ':';
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
