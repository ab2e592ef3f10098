import { z } from 'zod';

import { ok, type Result } from '../../../domain/app-error';
import { serverTime } from './asked-wait';
import { readBody, refused } from './read-answer';
import type { Answer } from './send-request';
import type { TablePage } from './service-now-api';
import type { ServiceNowTable } from './tables';

const fieldsSchema = z.record(z.string(), z.unknown());
const pageSchema = z.object({ result: z.array(fieldsSchema) });

/** The answer to a question for one record. */
export const recordSchema = z.object({ result: fieldsSchema });

/** A page of a table, or that the instance has no such table for the account. */
export function readPage(answer: Answer, table: ServiceNowTable): Result<TablePage> {
  if (answer.status === 400 || answer.status === 404) return refused('table', table);
  const read = readBody(answer, pageSchema);
  if (!read.ok) return read;
  const total = answer.header('X-Total-Count') ?? '';
  return ok({
    records: read.value.result,
    hasNext: announcesNext(answer.header('Link') ?? ''),
    totalCount: /^\d+$/.test(total) ? Number(total) : null,
    serverTime: serverTime(answer),
  });
}

/** Addresses are left out: a query that is part of them may say anything. */
const announcesNext = (link: string): boolean =>
  /;\s*rel="?next"?/i.test(link.replaceAll(/<[^>]*>/g, ''));
