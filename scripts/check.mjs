// Validates, lints and bundles the app offline, and fails on any error or warning: npm run check
import { existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildApp } from './build-app.mjs';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
process.chdir(root);
const require = createRequire(import.meta.url);
const scratch = mkdtempSync(join(tmpdir(), 'firstline-check-'));
const problems = [];

/** Atlassian's tools look for these before they look at the network. */
function useLocalFiles() {
  const empty = join(scratch, 'empty.json');
  writeFileSync(empty, '{"paths":{}}');
  // With Atlassian's specification at hand every request is held against the manifest's scopes, too.
  const jira = join(root, '..', 'shared', 'data', 'openapi', 'jira-platform-v3.swagger-v3.v3.json');
  if (existsSync(jira)) process.env.LOCAL_JIRA_SWAGGER ??= jira;
  else console.error("NOTICE: scopes of requests are not checked, Jira's OpenAPI file is not here");
  process.env.USE_LOCAL_SWAGGER = 'true';
  for (const product of ['JIRA', 'JSM', 'JSW', 'CONF', 'CONF_V2', 'BB']) {
    process.env[`LOCAL_${product}_SWAGGER`] ??= empty;
  }
  mkdirSync(join(scratch, 'runtime', 'dist'), { recursive: true });
  for (const part of ['wrapper', 'loader']) {
    writeFileSync(join(scratch, 'runtime', 'dist', `${part}.js`), '// offline\n');
  }
  process.env.FORGE_RUNTIME_PATH = join(scratch, 'runtime');
}

async function validateManifest() {
  const { ProcessorBuilder, ValidationTypes } = require('@forge/manifest');
  const kinds = [
    'FULL',
    'PRODUCT_TRIGGER',
    'DEPRECATED_CSP_METHOD',
    'DEPRECATED_EGRESS_PERMISSIONS',
    'AGENT_PRODUCT_CONTEXT',
    'FORGE_REMOTE_COMPUTE',
  ];
  for (const kind of kinds) {
    const result = await ProcessorBuilder.instance()
      .withValidation(ValidationTypes[kind])
      .withOptions({ deprecatedRuntimes: ['nodejs20.x'] })
      .build()
      .process();
    for (const { level, line, column, message } of result.errors ?? []) {
      problems.push(`manifest.yml:${line}:${column} ${level}: ${message}`);
    }
  }
}

const quiet = { info() {}, debug() {}, trace() {}, warn: report, error: report };
function report(message) {
  const text = String(message).trim();
  if (text !== '') problems.push(text);
}

async function readConfig() {
  const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');
  const files = new FileSystemReader();
  const config = new ConfigFile(files, new FileSystemWriter());
  return { files, config, manifest: await config.readConfig() };
}

async function lintApp() {
  const { lint, problemCount } = require('@forge/lint');
  const { files, manifest } = await readConfig();
  const sources = await files.recursiveReadDir('./src', ['node_modules', '.git']);
  const results = await lint(
    sources,
    manifest,
    'production',
    quiet,
    { getDeprecatedRuntimes: async () => ['nodejs20.x'] },
    { linter: { mode: 'client-side' } },
  );
  for (const { errors = [], warnings = [], file } of results) {
    for (const each of [...errors, ...warnings]) {
      problems.push(`${each.file ?? file ?? ''}:${each.line ?? ''} ${each.message}`);
    }
  }
  const { errors, warnings } = problemCount(results);
  return { files: sources.length, errors, warnings };
}

async function bundleApp() {
  const { getEntryPoints, getNodeBundler, getWrapperProvider } = require('@forge/bundler');
  const { files, config, manifest } = await readConfig();
  const modules = [
    ...new Set(manifest.modules.function.map(({ handler }) => handler.split('.')[0])),
  ];
  const bundler = getNodeBundler(quiet, getWrapperProvider({ fileSystemReader: files }), config);
  return bundler.bundle({
    appDirectory: root,
    entryPoints: getEntryPoints(modules.map((module) => ({ module }))),
  });
}

try {
  useLocalFiles();
  const { buildPanels, weighPanels } = await import('./build-panels.mjs');
  await Promise.all([buildApp(), buildPanels()]);
  const panels = weighPanels();
  console.log(panels.lines.join('\n'));
  if (!panels.isSmallEnough) problems.push('a panel is larger than it may be');
  await validateManifest();
  const linted = await lintApp();
  const bundle = await bundleApp();
  for (const problem of problems) console.error(problem);
  console.log(
    `manifest validated, ${linted.files} files linted (${linted.errors} errors, ${linted.warnings} warnings), bundled to ${bundle.outputDir}: ${problems.length} problems`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
