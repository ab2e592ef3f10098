import { readFileSync } from 'node:fs';

import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Record<string, { readonly properties: Record<string, unknown> }>;
  };
}

/** Jira writes offsets without a colon, which RFC 3339 does not allow. */
const JIRA_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

/** A published specification, against which requests and responses are held. */
export class Spec {
  readonly #document: OpenApi;
  readonly #ajv = new Ajv({ strict: false, allErrors: true });
  readonly #validators = new Map<object, ValidateFunction>();

  constructor(file: string) {
    this.#document = JSON.parse(readFileSync(file, 'utf8')) as OpenApi;
    loosen(this.#document.components.schemas);
    addFormats(this.#ajv);
    this.#ajv.addFormat('date-time', JIRA_TIME);
    this.#ajv.addSchema(this.#document, 'spec');
  }

  /** Path templates with their methods, e.g. `GET /rest/api/3/issue/{issueIdOrKey}`. */
  get operations(): readonly string[] {
    return Object.entries(this.#document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
  }

  /** The classic scope of a request; null where it needs none. */
  scopeOf(method: string, path: string): string | null {
    const security = this.#operation(method, path)?.security ?? [];
    return security.flatMap((way) => way['OAuth2'] ?? [])[0] ?? null;
  }

  /** What is wrong with a request: its path, its query, its body. */
  requestProblems(method: string, pathAndQuery: string, body: unknown): readonly string[] {
    const { pathname, searchParams } = new URL(pathAndQuery, 'https://acme.atlassian.net');
    const operation = this.#operation(method, pathname);
    if (operation === null) return [`${method} ${pathname} is not in the specification`];
    const known = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
    const problems = [...searchParams.keys()]
      .filter((name) => !known.some((parameter) => parameter.name === name))
      .map((name) => `query parameter ${name} is not in the specification`);
    for (const { name, required } of known) {
      if (required === true && !searchParams.has(name)) problems.push(`${name} is missing`);
    }
    const schema = schemaOf(operation.requestBody);
    if (schema === null) {
      return body === undefined ? problems : [...problems, 'there is no body in the specification'];
    }
    return [...problems, ...this.#problems(schema, body)];
  }

  /** What is wrong with a response; a status that the specification does not know is a problem. */
  responseProblems(
    method: string,
    pathAndQuery: string,
    { status, body }: { readonly status: number; readonly body: unknown },
  ): readonly string[] {
    const { pathname } = new URL(pathAndQuery, 'https://acme.atlassian.net');
    const response = this.#operation(method, pathname)?.responses[String(status)];
    if (response === undefined) return [`status ${status} is not in the specification`];
    const schema = schemaOf(response);
    if (schema === null || Object.keys(schema).length === 0) return [];
    return this.#problems(schema, body);
  }

  problemsWith(schemaName: string, value: unknown): readonly string[] {
    return this.#problems({ $ref: `#/components/schemas/${schemaName}` }, value);
  }

  #problems(schema: object, value: unknown): readonly string[] {
    let validate = this.#validators.get(schema);
    if (validate === undefined) {
      const resolved = JSON.stringify(schema).replaceAll('"#/', '"spec#/');
      validate = this.#ajv.compile(JSON.parse(resolved) as object);
      this.#validators.set(schema, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
    );
  }

  #operation(method: string, pathname: string): Operation | null {
    const parts = pathname.split('/');
    const fits = (template: string) => {
      const wanted = template.split('/');
      const isSame = (part: string, i: number) => part.startsWith('{') || part === parts[i];
      return wanted.length === parts.length && wanted.every(isSame);
    };
    // A fixed path goes before one with parameters.
    const templates = Object.keys(this.#document.paths)
      .filter(fits)
      .sort((a, b) => a.split('{').length - b.split('{').length);
    const operations = templates.map((path) => this.#document.paths[path]?.[method.toLowerCase()]);
    return operations.find((operation) => operation !== undefined) ?? null;
  }
}

/** Where Jira's real responses, and the specification's own examples, contradict its schemas. */
function loosen(schemas: OpenApi['components']['schemas']): void {
  // The example of the bulk changelog tells `created` as a number.
  const history = schemas['Changelog']?.properties;
  if (history?.['created'] !== undefined) {
    history['created'] = { anyOf: [history['created'], { type: 'integer' }] };
  }
  // Any JSON; the schema describes the class that holds it.
  if (schemas['JsonNode'] !== undefined) schemas['JsonNode'] = { properties: {} };
  // A change from or to nothing is told as null.
  const item = schemas['ChangeDetails']?.properties ?? {};
  for (const side of ['from', 'fromString', 'to', 'toString']) {
    if (Object.hasOwn(item, side)) item[side] = { type: ['string', 'null'] };
  }
}

const schemaOf = (content: Content | undefined): object | null =>
  Object.values(content?.content ?? {})[0]?.schema ?? null;
