// Builds the panels into dist/panels and prints what each of them makes a browser load:
// node scripts/build-panels.mjs
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { root } from './install.mjs';

/** What a panel may make a browser load before its first number, in kB of gzipped JavaScript. */
const LIMITS_KB = {
  'queue-page': 190,
  'ticket-panel': 120,
  gadget: 160,
  'project-page': 260,
  'global-page': 190,
  'project-settings': 260,
  'admin-page': 260,
  'rule-record': 120,
  'rule-kpis': 120,
};
const PANELS = Object.keys(LIMITS_KB);

const source = join(root, 'static');
const outDir = join(root, 'dist', 'panels');

const require = createRequire(import.meta.url);

/** Builds all panels at once, and their texts. */
export async function buildPanels() {
  const [{ build }, { default: react }] = await Promise.all([
    import('vite'),
    import('@vitejs/plugin-react'),
  ]);
  await build({
    root: source,
    configFile: false,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    resolve: {
      alias: [
        {
          find: /^@atlaskit\/platform-feature-flags(\/.*)?$/,
          replacement: join(source, 'shared', 'no-feature-gates.ts'),
        },
      ],
    },
    build: {
      outDir,
      emptyOutDir: true,
      manifest: 'manifest.json',
      // Jira serves the panels to the browsers that Jira supports.
      target: 'es2022',
      rolldownOptions: { input: PANELS.map((panel) => join(source, `${panel}.html`)) },
    },
  });
  await bundleTexts();
}

/** The manifest's translations, made by the platform's own tool and laid where it serves them. */
async function bundleTexts() {
  const { ProcessorBuilder, ValidationTypes } = require('@forge/manifest');
  const { I18nResourceBundlingService } = require('@forge/cli-shared');
  const processor = ProcessorBuilder.instance().withValidation(ValidationTypes.BASIC).build();
  const { manifestObject } = await processor.process(join(root, 'manifest.yml'));
  const { modules, translations } = manifestObject.yamlContent;
  const resources = translations.resources.map(({ key, path }) => ({
    key,
    path: join(root, path),
  }));
  const service = new I18nResourceBundlingService();
  const bundle = await service.bundle(modules, { ...translations, resources });
  cpSync(bundle.path, join(outDir, '__LOCALES__'), { recursive: true });
  rmSync(bundle.path, { recursive: true });
}

/** A line per panel, and whether all of them are small enough. */
export function weighPanels() {
  const manifest = JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8'));
  const gzippedKb = (file) => gzipSync(readFileSync(join(outDir, file))).length / 1000;
  const sum = (files) => files.reduce((total, file) => total + gzippedKb(file), 0);
  let isSmallEnough = true;
  const lines = PANELS.map((panel) => {
    const chunks = [...chunksOf(manifest, `${panel}.html`)].map((key) => manifest[key]);
    const styles = new Set(chunks.flatMap((chunk) => chunk.css ?? []));
    const scriptKb = sum(chunks.map((chunk) => chunk.file));
    const isTooLarge = scriptKb > LIMITS_KB[panel];
    isSmallEnough &&= !isTooLarge;
    return (
      `${panel.padEnd(18)}${scriptKb.toFixed(1).padStart(6)} kB JavaScript, ` +
      `${sum([...styles]).toFixed(1)} kB CSS (gzip)${isTooLarge ? `: more than ${LIMITS_KB[panel]} kB` : ''}`
    );
  });
  return { lines, isSmallEnough };
}

/** Every chunk that an entry loads at once, itself included; what is loaded on demand is not. */
function chunksOf(manifest, key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key].imports ?? []) chunksOf(manifest, imported, seen);
  return seen;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildPanels();
  const { lines, isSmallEnough } = weighPanels();
  console.log(lines.join('\n'));
  process.exit(isSmallEnough ? 0 : 1);
}
