import type { MetadataField } from './kvs-schemas';
import type { KvsRecord } from './kvs-store';

/** A record as the API shows it, with the metadata that was asked for. */
export function shown(record: KvsRecord, fields: readonly MetadataField[] = []): object {
  const expires = record.expiresAtMs;
  return {
    key: record.key,
    value: JSON.parse(record.json) as unknown,
    ...(fields.includes('CREATED_AT') ? { createdAt: record.createdAtMs } : {}),
    ...(fields.includes('UPDATED_AT') ? { updatedAt: record.updatedAtMs } : {}),
    ...(fields.includes('EXPIRE_TIME') && expires !== null
      ? { expireTime: new Date(expires).toISOString() }
      : {}),
  };
}
