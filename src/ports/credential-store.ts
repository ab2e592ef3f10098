import type { EpochMs } from '../domain/time';

/** Lets one AI agent report its runs. The secret itself is kept apart and never listed. */
export interface Credential {
  /** Public: names the credential in requests and on screen. */
  readonly credentialId: string;
  /** Actor id of the registered AI agent that it speaks for. */
  readonly agentId: string;
  /** What an administrator calls it. */
  readonly label: string;
  readonly createdAt: EpochMs;
  readonly createdBy: string;
  readonly rotatedAt: EpochMs | null;
  readonly revokedAt: EpochMs | null;
  /** Within the hour; null: never used. */
  readonly lastUsedAt: EpochMs | null;
  /** https address with `{traceId}` in it, to link hand-offs to traces; null: no link. */
  readonly traceUrlTemplate: string | null;
  /** Batches a minute. */
  readonly batchesPerMinute: number;
}

export interface CredentialSecrets {
  readonly current: string;
  /** Still accepted until then, so that a rotation needs no downtime. */
  readonly previous: { readonly secret: string; readonly until: EpochMs } | null;
}

export interface CredentialStore {
  listCredentials(): Promise<readonly Credential[]>;
  /** null: there is none, whatever it was. */
  readCredential(credentialId: string): Promise<Credential | null>;
  /** null when it is revoked or unknown. */
  readSecrets(credentialId: string): Promise<CredentialSecrets | null>;
  /**
   * Replaces what people set of it, but for `lastUsedAt`; `secrets` null leaves those as they are.
   */
  saveCredential(credential: Credential, secrets: CredentialSecrets | null): Promise<void>;
  /**
   * Apart from the rest, so that a sender at work cannot bring back a credential that somebody revokes
   * at the same moment.
   */
  noteUse(credentialId: string, at: EpochMs): Promise<void>;
  /** From then on nobody gets in with them. */
  dropSecrets(credentialId: string): Promise<void>;
  /**
   * `false`: this was told before, within the time that it is remembered. Atomic.
   *
   * @param key - letters, digits and `:._-`, at most 400
   */
  rememberOnce(key: string, forMs: number): Promise<boolean>;
  /** It was not done after all: it may come again. */
  forgetOnce(key: string): Promise<void>;
  /** Takes one from a minute's allowance; tells how long to wait when there is none left. */
  takeFromAllowance(
    credentialId: string,
    query: { readonly now: EpochMs; readonly perMinute: number },
  ): Promise<
    { readonly isTaken: true } | { readonly isTaken: false; readonly retryAfterMs: number }
  >;
}
