/** What an administrator is about to do with a credential. */
export type CredentialTask =
  | { readonly kind: 'create' }
  | {
      readonly kind: 'rotate' | 'revoke';
      readonly credentialId: string;
      readonly label: string;
    };
