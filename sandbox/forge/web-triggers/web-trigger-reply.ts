import { validateHeaderName, validateHeaderValue } from 'node:http';

import { z } from 'zod';

import type { WebTriggerModule } from '../manifest-schema';
import type { WebTriggerReply } from './web-trigger-types';

const dynamicSchema = z.looseObject({
  statusCode: z.int().min(200).max(599),
  statusText: z.string().optional(),
  headers: z.record(z.string(), z.array(z.string())).optional(),
  body: z.string().optional(),
});
const staticSchema = z.looseObject({ outputKey: z.string() });

/**
 * The reply that a function's result stands for; null when the module's kind of response does not
 * allow it, e.g. a header whose value is no list, or an output that the manifest does not declare.
 */
export function readReply({ response }: WebTriggerModule, result: unknown): WebTriggerReply | null {
  return response?.type === 'static' ? readStatic(response.outputs, result) : readDynamic(result);
}

function readDynamic(result: unknown): WebTriggerReply | null {
  const parsed = dynamicSchema.safeParse(result);
  if (!parsed.success) return null;
  const { statusCode, statusText = null, headers = {}, body = '' } = parsed.data;
  return areHeaders(headers) ? { statusCode, statusText, headers, body } : null;
}

function readStatic(
  outputs: NonNullable<WebTriggerModule['response']>['outputs'],
  result: unknown,
): WebTriggerReply | null {
  const parsed = staticSchema.safeParse(result);
  const output = parsed.success
    ? outputs.find(({ key }) => key === parsed.data.outputKey)
    : undefined;
  if (output === undefined) return null;
  const { statusCode, contentType, body = '' } = output;
  const headers = contentType === undefined ? {} : { 'Content-Type': [contentType] };
  return { statusCode, statusText: null, headers, body };
}

function areHeaders(headers: Readonly<Record<string, readonly string[]>>): boolean {
  try {
    for (const [name, values] of Object.entries(headers)) {
      validateHeaderName(name);
      for (const value of values) validateHeaderValue(name, value);
    }
    return true;
  } catch {
    return false;
  }
}
