import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

import { join } from 'node:path';

import { Presets, SingleBar } from 'cli-progress';
import { Command, Option } from 'commander';
import type { z } from 'zod';

import { statusListSchema } from '../../src/adapters/jira/issue-schema';
import { statusCatalogueOf } from '../../src/adapters/jira/status-catalogue';
import { definitionSchema } from '../../src/adapters/timeline/definition-schema';
import { describeIssues } from '../../src/adapters/timeline/describe-issues';
import { isoTimeSchema } from '../../src/adapters/timeline/timeline-schema';
import { DEFAULT_DEFINITION } from '../../src/domain/outcome/definition';
import type { ActorKind } from '../../src/domain/timeline/actor';
import { FORMATS, UsageError, type Format, type ScoreOptions } from './options';
import type { ScoreReport } from '../../src/domain/kpi/report';
import { score } from './score';

const BUDGET_CHARS = 20 * 1_024 * 1_024;

interface Arguments {
  readonly format: Format;
  readonly input: string;
  readonly desk: string;
  readonly aiAgent: readonly string[];
  readonly automation: readonly string[];
  readonly definition?: string;
  readonly asOf?: string;
  readonly tickets?: string;
  readonly statuses?: string;
  readonly throughSandbox?: boolean;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const command = new Command('score')
  .description('Scores an export by the rule book and prints one JSON report')
  .addOption(
    new Option('--format <format>', 'what the file is').choices([...FORMATS]).makeOptionMandatory(),
  )
  .requiredOption('--input <file>', 'the export, plain or .gz')
  .option('--desk <name>', "name of a log's desk", 'ServiceNow')
  .option('--ai-agent <id>', 'an actor that is an AI agent; may be repeated', collect, [])
  .option('--automation <id>', 'an actor that is automation; may be repeated', collect, [])
  .option('--definition <file>', 'JSON with the settings that differ from the default')
  .option('--as-of <time>', 'ISO 8601: what happened later does not exist')
  .option('--tickets <file>', 'write a line of JSON per ticket')
  .option('--statuses <file>', "the response of Jira's /rest/api/3/status")
  .option('--through-sandbox', 'let the app do it, on a simulated Jira desk')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

async function main(): Promise<void> {
  try {
    const args = command.parse().opts<Arguments>();
    const options = toOptions(args);
    const report =
      args.throughSandbox === true ? await throughSandbox(options) : await score(options);
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`score: ${error.message}\n`);
    process.exitCode = 2;
  }
}

/**
 * On the database that SANDBOX_SQL_URL names, else on SQLite in memory. The sandbox is loaded on
 * demand: scoring a file needs none of it.
 */
async function throughSandbox(options: ScoreOptions): Promise<ScoreReport> {
  const root = process.cwd();
  const [{ scoreThroughSandbox }, { loadManifest }, { openDatabase }] = await Promise.all([
    import('./through-sandbox'),
    import('../forge/manifest'),
    import('../forge/sql/open-database'),
  ]);
  return scoreThroughSandbox(options, {
    appFile: join(root, 'dist', 'app', 'index.js'),
    manifest: await loadManifest(root),
    database: await openDatabase(process.env['SANDBOX_SQL_URL']),
    onNotice: (text) => process.stderr.write(`NOTICE: ${text}\n`),
  });
}

function toOptions(args: Arguments): ScoreOptions {
  if (!existsSync(args.input)) throw new UsageError(`--input ${args.input}: there is no such file`);
  const asKind = (ids: readonly string[], kind: ActorKind) => ids.map((id) => [id, kind] as const);
  return {
    format: args.format,
    input: args.input,
    desk: args.desk,
    registry: new Map([
      ...asKind(args.automation, 'automation'),
      ...asKind(args.aiAgent, 'ai-agent'),
    ]),
    definition:
      args.definition === undefined
        ? DEFAULT_DEFINITION
        : readJson('--definition', args.definition, definitionSchema),
    asOf: args.asOf === undefined ? null : parse('--as-of', args.asOf, isoTimeSchema),
    ticketsFile: args.tickets ?? null,
    statuses:
      args.statuses === undefined
        ? new Map()
        : statusCatalogueOf(readJson('--statuses', args.statuses, statusListSchema)),
    budgetChars: BUDGET_CHARS,
    hashToken: (token) => createHash('sha256').update(token).digest('hex').slice(0, 16),
    onProgress: createProgress(),
  };
}

function readJson<S extends z.ZodType>(option: string, file: string, schema: S): z.output<S> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(`${option} ${file}: no readable JSON file`);
  }
  return parse(`${option} ${file}`, json, schema);
}

function parse<S extends z.ZodType>(what: string, value: unknown, schema: S): z.output<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new UsageError(`${what}: ${describeIssues(parsed.error)}`);
  return parsed.data;
}

/** A bar for people at a terminal, nothing for a pipe. */
function createProgress(): ScoreOptions['onProgress'] {
  if (!process.stderr.isTTY) return () => undefined;
  const bar = new SingleBar(
    { format: 'Reading {bar} {percentage} %', stream: process.stderr, clearOnComplete: true },
    Presets.shades_classic,
  );
  return (bytes, ofBytes) => {
    if (!bar.isActive) bar.start(ofBytes, 0);
    bar.update(bytes);
    if (bytes >= ofBytes) bar.stop();
  };
}

void main();
