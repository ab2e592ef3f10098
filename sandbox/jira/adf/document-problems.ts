import fullSchema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json' with { type: 'json' };
import Ajv, { type ValidateFunction } from 'ajv';

/** Compiling takes a fifth of a second: only a site on which somebody writes a document pays it. */
let validate: ValidateFunction | null = null;

/** Why a value is no document by Atlassian's own schema; null when it is one. */
export function documentProblem(value: unknown): string | null {
  validate ??= compile();
  if (validate(value)) return null;
  const errors = validate.errors ?? [];
  // Of the alternatives that were tried, the deepest is the one that was meant.
  const deepest = errors.reduce((a, b) =>
    depthOf(b.instancePath) > depthOf(a.instancePath) ? b : a,
  );
  return `${deepest.instancePath} ${deepest.message ?? ''}`.trim();
}

const depthOf = (path: string): number => path.split('/').length;

function compile(): ValidateFunction {
  // The schema is draft 04, of which it uses nothing that later drafts read otherwise.
  return new Ajv({ strict: false }).compile({
    $ref: fullSchema.$ref,
    definitions: fullSchema.definitions,
  });
}
