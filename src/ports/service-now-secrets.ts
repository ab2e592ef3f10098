import type { EpochMs } from '../domain/time';

/** What an administrator entered to let the app into an instance. */
export type ServiceNowSecret =
  | { readonly kind: 'oauth'; readonly clientId: string; readonly clientSecret: string }
  | { readonly kind: 'basic'; readonly userName: string; readonly password: string };

/** An access token of the client-credentials grant. */
export interface ServiceNowToken {
  readonly token: string;
  /** By the app's clock, as the instance told its life when it gave the token. */
  readonly expiresAt: EpochMs;
}

/** Never listed, never logged: an adapter asks for them at the moment that it sends a request. */
export interface ServiceNowSecrets {
  /** null: there is none, whatever it was. */
  readSecret(connectionId: string): Promise<ServiceNowSecret | null>;
  /** A token that an earlier secret got goes with it. */
  saveSecret(connectionId: string, secret: ServiceNowSecret): Promise<void>;
  /** Secret and token. */
  dropSecret(connectionId: string): Promise<void>;
  /** null when there is none. One whose life is over may still be there: look at its end. */
  readToken(connectionId: string): Promise<ServiceNowToken | null>;
  /** Kept until its end. `now` tells how long that is. */
  saveToken(connectionId: string, token: ServiceNowToken, now: EpochMs): Promise<void>;
  dropToken(connectionId: string): Promise<void>;
}
