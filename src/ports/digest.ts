/** One-way functions. Pure, but tied to the platform's cryptography, hence a port. */
export interface Digest {
  /** 64 hex digits. */
  sha256(text: string): string;
}
