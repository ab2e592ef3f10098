import type { EpochMs } from '../domain/time';

/** What an instance signs with that pushes its changes. Kept as a secret, and shown once. */
export interface PushSecret {
  /** At least 256 random bits, of letters, digits, `-` and `_`. */
  readonly secret: string;
  readonly issuedAt: EpochMs;
}

export interface PushSecrets {
  /** null: none was issued, and nothing that is pushed is taken. */
  readPushSecret(connectionId: string): Promise<PushSecret | null>;
  /** The one before holds no longer. */
  savePushSecret(connectionId: string, secret: PushSecret): Promise<void>;
  dropPushSecret(connectionId: string): Promise<void>;
}
