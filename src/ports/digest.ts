/** One-way functions. Pure, but tied to the platform's cryptography, hence a port. */
export interface Digest {
  /** 64 hex digits. */
  sha256(text: string): string;
  /** 64 hex digits: HMAC-SHA-256 of these parts, one after the other. */
  hmacSha256(secret: string, parts: readonly (string | Uint8Array)[]): string;
  /** Takes as long whether they differ early, late or not at all. */
  areSame(a: string, b: string): boolean;
}
