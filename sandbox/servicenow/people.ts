/** Somebody, or something, that signs in to the instance. */
export interface SnUser {
  readonly sysId: string;
  readonly userName: string;
  readonly name: string;
  /** Null for one who cannot sign in by password. */
  readonly password: string | null;
  readonly roles: readonly string[];
  /** `internal_integration_user` and `web_service_access_only` are set. */
  readonly isIntegration: boolean;
}

export type NewSnUser = Pick<SnUser, 'userName' | 'name'> & Partial<SnUser>;

export interface SnGroup {
  readonly sysId: string;
  readonly name: string;
}

export type NewSnGroup = Pick<SnGroup, 'name'> & Partial<SnGroup>;

/** Client of the client-credentials grant. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whom its tokens act as. */
  readonly userName: string;
  readonly tokenLifeMs: number;
}
