import type { InstanceAnswer, InstanceContext } from './context';
import type { InstanceRequest } from './instance-request';

/** `POST /oauth_token.do`, for the client-credentials grant. */
export function answerToken(
  { method, headers, body }: InstanceRequest,
  { store, tokens }: InstanceContext,
): InstanceAnswer {
  if (method !== 'POST') return refuse(405, 'invalid_request', 'method_not_allowed');
  if (!(headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')) {
    return refuse(400, 'invalid_request', 'form_encoding_expected');
  }
  const form = new URLSearchParams(body);
  if (form.get('grant_type') !== 'client_credentials') {
    return refuse(401, 'unsupported_grant_type', 'access_denied');
  }
  const client = store.oauthClients.get(form.get('client_id') ?? '');
  if (client === undefined || client.clientSecret !== form.get('client_secret')) {
    return refuse(401, 'server_error', 'access_denied');
  }
  const { value, lifeSeconds } = tokens.issue(client);
  return {
    status: 200,
    body: {
      access_token: value,
      scope: 'useraccount',
      token_type: 'Bearer',
      expires_in: lifeSeconds,
    },
  };
}

const refuse = (status: number, error: string, description: string): InstanceAnswer => ({
  status,
  body: { error_description: description, error },
});
