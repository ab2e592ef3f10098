/**
 * The bytes that a sender sent, from the text that the platform made of them. Text comes as it is. What
 * becomes of bytes that are no text is not documented, so gzip is known by its first bytes: in base64,
 * or each byte a character. null: bytes were lost on the way, and nobody can unpack what is left.
 */
export function bytesOf(body: string): Uint8Array | null {
  if (body.startsWith(GZIP_IN_BASE64)) return Buffer.from(body, 'base64');
  if (!body.startsWith(GZIP_FIRST)) return Buffer.from(body, 'utf8');
  return ONE_BYTE_EACH.test(body) ? Buffer.from(body, 'latin1') : null;
}

/** 1f 8b 08. No JSON begins so. */
const GZIP_IN_BASE64 = 'H4sI';
/** 8b begins no character of UTF-8: where the platform replaces it, all that is lost. */
const GZIP_FIRST = '\x1f';

const ONE_BYTE_EACH = /^[\x00-\xff]*$/;
