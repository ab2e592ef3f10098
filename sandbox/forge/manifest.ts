import { ProcessorBuilder, ValidationTypes } from '@forge/manifest';

import { join } from 'node:path';

import { manifestSchema, type FunctionModule, type Manifest } from './manifest-schema';

export type { Manifest } from './manifest-schema';

/**
 * Reads and checks `manifest.yml` of an app folder with the platform's own parser, and against what
 * this host can run: modules with a remote `endpoint` instead of a `function` are refused.
 */
export async function loadManifest(root: string): Promise<Manifest> {
  const file = join(root, 'manifest.yml');
  const processor = ProcessorBuilder.instance().withValidation(ValidationTypes.BASIC).build();
  const { errors = [], manifestObject } = await processor.process(file);
  const mistakes = errors.filter(({ level }) => level === 'error');
  if (mistakes.length > 0 || manifestObject === undefined) {
    throw new Error(`${file}: ${mistakes.map(({ message }) => message).join('; ')}`);
  }
  return parseManifest(manifestObject.yamlContent);
}

/** Narrows a manifest that was read already, and checks that modules name functions it has. */
export function parseManifest(content: unknown): Manifest {
  const parsed = manifestSchema.safeParse(content);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
    throw new Error(`manifest.yml: ${issues.join('; ')}`);
  }
  const { trigger, scheduledTrigger, consumer, webtrigger, action } = parsed.data.modules;
  const callers = [...trigger, ...scheduledTrigger, ...consumer, ...webtrigger, ...action];
  for (const { key, function: functionKey } of callers) {
    if (!hasFunction(parsed.data, functionKey)) {
      throw new Error(`manifest.yml: module '${key}' names function '${functionKey}': declare it`);
    }
  }
  for (const { key, actions } of parsed.data.modules['automation:actionProvider']) {
    const missing = actions.find((each) => !action.some((known) => known.key === each));
    if (missing === undefined) continue;
    throw new Error(`manifest.yml: module '${key}' names action '${missing}': declare it`);
  }
  return parsed.data;
}

export function functionModule(manifest: Manifest, key: string): FunctionModule {
  const found = manifest.modules.function.find((each) => each.key === key);
  if (found === undefined) throw new Error(`manifest.yml has no function '${key}': declare it`);
  return found;
}

const hasFunction = (manifest: Manifest, key: string): boolean =>
  manifest.modules.function.some((each) => each.key === key);
