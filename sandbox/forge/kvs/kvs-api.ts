import type { z } from 'zod';

import type { SandboxClock } from '../../clock';
import type { EntityModule, Manifest } from '../manifest-schema';
import { PlatformError } from '../platform-error';

import { attemptEach, checkBatch, named } from './kvs-batch';
import { badRequest, checkAttributes, checkKey, checkValue, expiryMs } from './kvs-checks';
import { queryEntity } from './kvs-entity-query';
import type { KvsMeter } from './kvs-meter';
import { checkTransaction } from './kvs-transaction';
import { shown } from './kvs-record-view';
import * as schemas from './kvs-schemas';
import type { GetRequest, KeyRequest, MetadataField, SetRequest } from './kvs-schemas';
import type { KvsRecord, KvsSpace, KvsStore } from './kvs-store';

/** The platform's side of @forge/kvs. */
export class KvsApi {
  readonly #store: KvsStore;
  readonly #meter: KvsMeter;
  readonly #clock: SandboxClock;
  readonly #entities: ReadonlyMap<string, EntityModule>;

  constructor(store: KvsStore, meter: KvsMeter, clock: SandboxClock, manifest: Manifest) {
    this.#store = store;
    this.#meter = meter;
    this.#clock = clock;
    const entities = manifest.app.storage?.entities ?? [];
    this.#entities = new Map(entities.map((entity) => [entity.name, entity]));
  }

  /** @throws PlatformError with the platform's code */
  handle(path: string, body: unknown): Response {
    this.#meter.request();
    const endpoint = path.replace(/^\/api\/v1\//, '');
    switch (endpoint) {
      case 'get':
        return this.#get('plain', parse(schemas.getSchema, body));
      case 'secret/get':
        return this.#get('secret', parse(schemas.getSchema, body));
      case 'entity/get':
        return this.#get('entity', parse(schemas.getSchema, body));
      case 'set':
        return this.#set('plain', parse(schemas.setSchema, body));
      case 'secret/set':
        return this.#set('secret', parse(schemas.setSchema, body));
      case 'entity/set':
        return this.#set('entity', parse(schemas.setSchema, body));
      case 'delete':
        return this.#delete('plain', parse(schemas.deleteSchema, body));
      case 'secret/delete':
        return this.#delete('secret', parse(schemas.deleteSchema, body));
      case 'entity/delete':
        return this.#delete('entity', parse(schemas.deleteSchema, body));
      case 'query':
        return this.#query(parse(schemas.querySchema, body));
      case 'entity/query':
        return this.#queryEntity(parse(schemas.entityQuerySchema, body));
      case 'batch/get':
        return this.#batchGet(parse(schemas.batchGetSchema, body));
      case 'batch/set':
        return this.#batchSet(parse(schemas.batchSetSchema, body));
      case 'batch/delete':
        return this.#batchDelete(parse(schemas.batchDeleteSchema, body));
      case 'transaction':
        return this.#transact(parse(schemas.transactionSchema, body));
      default:
        throw new PlatformError(404, 'NOT_FOUND', `The key-value store has no endpoint ${path}`);
    }
  }

  #get(kind: Kind, request: GetRequest): Response {
    const record = this.#store.get(this.#spaceOf(kind, request), checked(request.key));
    this.#meter.read(record?.bytes ?? 0);
    if (record === null) throw keyNotFound(request.key);
    return Response.json(shown(record, request.options?.metadataFields));
  }

  #set(kind: Kind, request: SetRequest): Response {
    const { space, json } = this.#checkSet(kind, request);
    const before = this.#store.get(space, request.key);
    this.#meter.write(Buffer.byteLength(json));
    const after = this.#store.put(space, request.key, json, this.#expiryOf(request));
    const { returnValue, returnMetadataFields } = request.options ?? {};
    const returned = returnValue === 'PREVIOUS' ? before : after;
    if (returnValue === undefined || returned === null) return new Response('');
    return Response.json(shown(returned, returnMetadataFields));
  }

  #delete(kind: Kind, request: KeyRequest): Response {
    const space = this.#spaceOf(kind, request);
    this.#meter.write(0);
    if (!this.#store.delete(space, checked(request.key))) throw keyNotFound(request.key);
    return new Response('');
  }

  #query(request: schemas.QueryRequest): Response {
    const prefix = request.where[0]?.values[0] ?? '';
    const matching = this.#store.list('plain').filter(({ key }) => key.startsWith(prefix));
    return this.#page(matching, request.limit, request.after, request.options?.metadataFields);
  }

  #queryEntity(request: schemas.EntityQueryRequest): Response {
    const entity = this.#entity(request.entityName);
    const matching = queryEntity(entity, this.#store.list(`entity:${entity.name}`), request);
    return this.#page(matching, request.limit, request.cursor, request.options?.metadataFields);
  }

  #batchGet(requests: readonly GetRequest[]): Response {
    checkBatch(requests);
    const found: KvsRecord[] = [];
    const outcome = attemptEach(requests, (request) => {
      const record = this.#store.get(this.#batchSpace(request), checked(request.key));
      if (record === null) throw keyNotFound(request.key);
      found.push(record);
      return { ...named(request), ...shown(record, request.options?.metadataFields) };
    });
    this.#meter.read(bytesOf(found));
    return Response.json(outcome);
  }

  #batchSet(requests: readonly SetRequest[]): Response {
    checkBatch(requests);
    // Charged together: ten small values cost one unit, not ten.
    this.#meter.write(Buffer.byteLength(JSON.stringify(requests.map(({ value }) => value))));
    return Response.json(
      attemptEach(requests, (request) => {
        const { space, json } = this.#checkSet(kindOf(request), request);
        this.#store.put(space, request.key, json, this.#expiryOf(request));
        return named(request);
      }),
    );
  }

  #batchDelete(requests: readonly KeyRequest[]): Response {
    checkBatch(requests);
    this.#meter.write(0);
    return Response.json(
      attemptEach(requests, (request) => {
        this.#store.delete(this.#batchSpace(request), checked(request.key));
        return named(request);
      }),
    );
  }

  #transact(request: schemas.TransactionRequest): Response {
    checkTransaction(request, (each) => this.#store.get(this.#batchSpace(each), each.key));
    const sets = request.set.map((each) => ({ ...each, ...this.#checkSet(kindOf(each), each) }));
    for (const { key } of request.delete) checkKey(key);
    for (const { json } of sets) this.#meter.write(Buffer.byteLength(json));
    for (const each of sets) {
      this.#store.put(each.space, each.key, each.json, this.#expiryOf(each));
    }
    for (const each of request.delete) {
      this.#meter.write(0);
      this.#store.delete(this.#batchSpace(each), each.key);
    }
    return new Response('');
  }

  #page(
    matching: readonly KvsRecord[],
    limit: number,
    cursor: string | undefined,
    fields: readonly MetadataField[] | undefined,
  ): Response {
    const startsAt = cursor === undefined ? 0 : positionAfter(matching, cursor);
    const page = matching.slice(startsAt, startsAt + limit);
    this.#meter.read(bytesOf(page));
    const last = page.at(-1);
    const hasMore = startsAt + limit < matching.length;
    return Response.json({
      data: page.map((record) => shown(record, fields)),
      ...(hasMore && last ? { cursor: Buffer.from(last.key).toString('base64url') } : {}),
    });
  }

  #checkSet(kind: Kind, request: SetRequest): { readonly space: KvsSpace; readonly json: string } {
    const space = this.#spaceOf(kind, request);
    checkKey(request.key);
    const json = checkValue(request.value);
    if (kind === 'entity') checkAttributes(this.#entity(request.entityName), request.value);
    const mustBeNew = request.options?.keyPolicy === 'FAIL_IF_EXISTS';
    if (mustBeNew && this.#store.get(space, request.key) !== null) {
      throw new PlatformError(409, 'KEY_ALREADY_EXISTS', `Key '${request.key}' exists already`);
    }
    return { space, json };
  }

  #expiryOf = (request: SetRequest): number | null =>
    expiryMs(this.#clock.now(), request.options?.ttl);

  #spaceOf(kind: Kind, request: KeyRequest): KvsSpace {
    return kind === 'entity' ? `entity:${this.#entity(request.entityName).name}` : kind;
  }

  #batchSpace(request: KeyRequest): KvsSpace {
    return this.#spaceOf(kindOf(request), request);
  }

  #entity(name: string | undefined): EntityModule {
    const entity = this.#entities.get(name ?? '');
    if (entity !== undefined) return entity;
    const message = `Entity '${name ?? ''}' is not in app.storage.entities of the manifest: declare it`;
    throw badRequest('INVALID_ENTITY', message);
  }
}

type Kind = 'plain' | 'secret' | 'entity';

const kindOf = ({ entityName }: KeyRequest): Kind =>
  entityName === undefined ? 'plain' : 'entity';

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
  throw badRequest('VALIDATION_ERROR', issues.join('; '));
}

function checked(key: string): string {
  checkKey(key);
  return key;
}

const keyNotFound = (key: string): PlatformError =>
  new PlatformError(404, 'KEY_NOT_FOUND', `Key '${key}' does not exist`);

const bytesOf = (records: readonly KvsRecord[]): number =>
  records.reduce((sum, { bytes }) => sum + bytes, 0);

function positionAfter(records: readonly KvsRecord[], cursor: string): number {
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  const position = records.findIndex((record) => record.key === key);
  if (position < 0) throw badRequest('INVALID_CURSOR', 'The cursor is no longer valid: start over');
  return position + 1;
}
