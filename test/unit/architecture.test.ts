import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** What each layer of src/ may import, itself included. A layer that is not listed fails. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  contract: ['contract', 'domain'],
  ports: ['ports', 'domain'],
  usecases: ['usecases', 'ports', 'contract', 'domain'],
  adapters: ['adapters', 'ports', 'domain'],
  entrypoints: ['entrypoints', 'usecases', 'ports', 'contract', 'domain'],
  'index.ts': ['entrypoints', 'usecases', 'adapters', 'ports', 'contract', 'domain'],
};
const MAY_USE_FORGE = /^(index\.ts|entrypoints\/|adapters\/forge\/)/;
/** The domain is pure: besides itself it may use date-fns, and nothing else. */
const DOMAIN_PACKAGES = /^(date-fns|@date-fns\/tz)(\/|$)/;
/** `score` may use the domain and the adapters' pure translations; the sandbox runs the built app. */
const SANDBOX_MAY_IMPORT =
  /^src\/(domain|contract|ports|adapters\/(timeline|servicenow|jira))(\/|$)/;
const IMPORT = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]([^'"]+)['"]/g;

const sourcesUnder = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/node_modules|(^|\/)dist\//.test(name))
    .sort();

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)].map(([, target = '']) => target);

/** Where a relative import leads, from the repository's root. */
const destination = (file: string, target: string): string =>
  relative(ROOT, join(ROOT, dirname(file), target));

describe.each(sourcesUnder('src'))('src/%s', (name) => {
  const file = `src/${name}`;
  const layer = name.split('/')[0] ?? '';
  const imports = importsOf(file);

  it('imports only from the layers below it', () => {
    const allowed = (MAY_IMPORT[layer] ?? []).map((each) => `src/${each}`);
    const outside = imports
      .filter((target) => target.startsWith('.'))
      .map((target) => destination(file, target))
      .filter((path) => !allowed.some((each) => path === each || path.startsWith(`${each}/`)));
    expect(outside).toEqual([]);
  });

  it('keeps @forge/* at the edge', () => {
    const forge = imports.filter((target) => target.startsWith('@forge/'));
    expect(MAY_USE_FORGE.test(name) ? [] : forge).toEqual([]);
  });

  it('keeps the domain pure', () => {
    const packages = imports.filter((target) => !target.startsWith('.'));
    expect(layer === 'domain' ? packages.filter((p) => !DOMAIN_PACKAGES.test(p)) : []).toEqual([]);
  });
});

it.each(sourcesUnder('sandbox'))('sandbox/%s runs the app from outside', (name) => {
  const file = `sandbox/${name}`;
  const app = importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => destination(file, target))
    .filter((path) => path.startsWith('src/'));
  expect(app.filter((path) => !SANDBOX_MAY_IMPORT.test(path))).toEqual([]);
});
