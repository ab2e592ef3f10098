import type { Proof } from '../usecases/authenticate-sender';

/** Names in lower case; of several values the first. */
export type Headers = ReadonlyMap<string, string>;

/** What a request must have, once. */
export interface ProofFault {
  readonly field: string;
  readonly remedy: string;
}

const ID = /^[A-Za-z0-9-]{1,64}$/;
const SECRET = /^[\w-]{1,128}$/;

/** How a sender proves who it is; where it does not, what is missing. */
export function readProof(headers: Headers, body: Uint8Array): Proof | ProofFault {
  return headers.has('x-firstline-signature')
    ? readSignature(headers, body)
    : readAuthorization(headers.get('authorization') ?? '');
}

/** `Bearer <id>.<secret>`; or `Basic`, which is all that some exporters can send. */
function readAuthorization(authorization: string): Proof | ProofFault {
  const [, scheme = '', value = ''] = /^(Bearer|Basic) +(\S+) *$/i.exec(authorization) ?? [];
  const isBearer = scheme.toLowerCase() === 'bearer';
  const text = isBearer ? value : Buffer.from(value, 'base64').toString('latin1');
  const [credentialId = '', secret = '', ...rest] = text.split(isBearer ? '.' : ':');
  return ID.test(credentialId) && SECRET.test(secret) && rest.length === 0
    ? { kind: 'secret', credentialId, secret }
    : {
        field: 'Authorization',
        remedy: 'Bearer and the token that was shown when the credential was made',
      };
}

function readSignature(headers: Headers, body: Uint8Array): Proof | ProofFault {
  const credentialId = headers.get('x-firstline-key') ?? '';
  if (!ID.test(credentialId)) {
    return { field: 'X-Firstline-Key', remedy: 'the id of the credential' };
  }
  const timestamp = headers.get('x-firstline-timestamp') ?? '';
  if (!/^\d{1,12}$/.test(timestamp)) {
    return {
      field: 'X-Firstline-Timestamp',
      remedy: 'the time of sending in whole seconds since 1970',
    };
  }
  const [, signature] =
    /^v1=([0-9a-f]{64})$/i.exec(headers.get('x-firstline-signature') ?? '') ?? [];
  return signature === undefined
    ? {
        field: 'X-Firstline-Signature',
        remedy: 'v1= and 64 hex digits: HMAC-SHA-256 of timestamp, full stop and body',
      }
    : {
        kind: 'signature',
        credentialId,
        timestamp,
        signature: signature.toLowerCase(),
        body,
      };
}
