/** Names and ids are kept to this length in UTF-16 units. */
export const NAME_LENGTH = 128;

/**
 * A name as it is kept: cut to its length, without control characters and halves of characters,
 * which no store takes. null: nothing is left.
 */
export function cleanName(text: string, length = NAME_LENGTH): string | null {
  const clean = (text.length > length ? text.slice(0, length) : text).replace(UNFIT, ' ').trim();
  return clean === '' ? null : clean;
}

/** A code such as `timeout` or `java.net.SocketException`. Anything with spaces may be a message. */
export function isCode(text: string, length = 64): boolean {
  return text.length <= length && CODE.test(text);
}

/** An id that a sender may choose. */
export const OWN_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

/** With the flag, a surrogate is one that has lost its other half; U+E000 is `BIG_INTEGER`. */
const UNFIT = /[\p{Cc}\p{Surrogate}\uE000]/gu;
const CODE = /^[\p{L}\p{N}_][\p{L}\p{N}_.:$/<>-]*$/u;
