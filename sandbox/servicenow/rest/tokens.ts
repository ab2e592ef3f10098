import { createHash } from 'node:crypto';

import type { SandboxClock } from '../../clock';
import type { OAuthClient } from '../people';

interface Token {
  readonly value: string;
  readonly userName: string;
  readonly expiresAtMs: number;
}

/** Access tokens, by the instance's clock. A client has one at a time: asking again gives the same. */
export class Tokens {
  readonly #clock: SandboxClock;
  readonly #byValue = new Map<string, Token>();
  readonly #current = new Map<string, Token>();
  #issued = 0;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** A token, and its rest of life in whole seconds. */
  issue({ clientId, userName, tokenLifeMs }: OAuthClient): {
    readonly value: string;
    readonly lifeSeconds: number;
  } {
    const nowMs = this.#clock.now();
    let token = this.#current.get(clientId);
    if (token === undefined || token.expiresAtMs <= nowMs) {
      this.#issued += 1;
      const value = createHash('sha256').update(`${clientId}/${this.#issued}`).digest('base64url');
      token = { value, userName, expiresAtMs: nowMs + tokenLifeMs };
      this.#current.set(clientId, token);
      this.#byValue.set(value, token);
    }
    return { value: token.value, lifeSeconds: Math.floor((token.expiresAtMs - nowMs) / 1_000) };
  }

  /** user_name of whom the token acts as; null when it holds no longer, or never did. */
  userOf(value: string): string | null {
    const token = this.#byValue.get(value);
    return token === undefined || token.expiresAtMs <= this.#clock.now() ? null : token.userName;
  }

  /** All tokens end now. */
  revokeAll(): void {
    this.#byValue.clear();
    this.#current.clear();
  }
}
