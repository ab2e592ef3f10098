import type { z } from 'zod';

import type { EgressRequest, FetchAnswer, FetchRequest, InvokeRequest } from '../../../shell-api';
import type { FrameHost } from './frame-host';
import type { egressSetSchema, fetchProductSchema, invokeSchema } from './messages';

/** Calls the app's resolver, as the person at the screen. */
export async function invoke(
  { functionKey, payload, metadata, invokeType }: z.infer<typeof invokeSchema>,
  { session, module, extension }: FrameHost,
): Promise<unknown> {
  if (invokeType !== undefined) {
    throw new Error(`invoke: ${invokeType} is not part of the sandbox, call a resolver function`);
  }
  const request: InvokeRequest = {
    key: functionKey,
    payload: payload ?? null,
    moduleKey: module.key,
    extension,
  };
  const { value } = await session.api.send<{ value: unknown }>(
    'POST',
    '/api/bridge/invoke',
    request,
  );
  return metadata == null ? value : { body: value, metadata: {} };
}

/** Asks Jira, as the person at the screen. */
export async function fetchProduct(
  { restPath, fetchRequestInit, isMultipartFormData }: z.infer<typeof fetchProductSchema>,
  { session }: FrameHost,
): Promise<unknown> {
  if (isMultipartFormData === true) {
    throw new Error('fetchProduct: uploads are not part of the sandbox, send text');
  }
  const headers = fetchRequestInit?.headers ?? {};
  const request: FetchRequest = {
    path: restPath,
    method: fetchRequestInit?.method ?? 'GET',
    headers: Array.isArray(headers) ? Object.fromEntries(headers) : headers,
    body: fetchRequestInit?.body ?? null,
  };
  const answer = await session.api.send<FetchAnswer>('POST', '/api/bridge/fetch', request);
  return { ...answer, statusText: '' };
}

/** Asks the person at the screen, as the platform does; rejects when they say no. */
export async function approveEgress(
  { egresses }: z.infer<typeof egressSetSchema>,
  { session, module }: FrameHost,
): Promise<void> {
  const domains = egresses.flatMap(({ configured }) => configured.map(({ domain }) => domain));
  const reasons = egresses.map(({ description }) => description);
  const question = [`Let ${module.title} reach ${domains.join(', ')}?`, ...reasons].join('\n\n');
  if (!confirm(question)) throw new Error('The administrator did not approve the egress');
  const request: EgressRequest = { domains };
  await session.api.send('POST', '/api/bridge/egress', request);
}
