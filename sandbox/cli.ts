import { join } from 'node:path';

import { Command, Option } from 'commander';

import { demoShell } from './demo/play/demo-shell';
import { openDemo } from './demo/play/open-demo';
import type { LogLine } from './forge/host';
import { loadManifest, type Manifest } from './forge/manifest';
import { renderReport } from './forge/meter-report';
import { openDatabase } from './forge/sql/open-database';
import { openImportedDesk } from './import/open-imported-desk';
import { FORMATS, UsageError, type Format } from './score/options';
import { startShell } from './shell/server/start-shell';
import type { ShellWorld } from './shell/shell-world';

interface Arguments {
  readonly port: string;
  readonly seed: string;
  readonly speed: string;
  readonly import?: readonly string[];
  readonly statuses?: string;
  readonly aiAgent: readonly string[];
  readonly automation: readonly string[];
  readonly report?: boolean;
}

const DAY_MS = 86_400_000;
const LOGGED_FAILURES = 200;

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const command = new Command('npm start --')
  .description('Opens a local Jira site with a living service desk, scored by the app')
  .option('--port <number>', 'of the page; the panels take the next one', '8080')
  .option('--seed <number>', 'another seed, another desk', '1')
  .option('--speed <number>', 'simulated seconds a second; 0 stands still', '60')
  .option('--import <format-and-file...>', `fill the desk from a file: ${FORMATS.join(', ')} FILE`)
  .option('--statuses <file>', "for jira: the response of Jira's /rest/api/3/status")
  .option('--ai-agent <id>', 'an imported actor that is an AI agent; may be repeated', collect, [])
  .option('--automation <id>', 'an imported actor that is automation; may be repeated', collect, [])
  .addOption(new Option('--report', 'run the desk for a day, print what it costs, and end'))
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const args = command.parse().opts<Arguments>();
  const root = process.cwd();
  const manifest = await loadManifest(root);
  say('Opening the desk…');
  const shell = await openShellWorld(args, root, manifest);
  if (args.report === true) return report(shell);

  const port = wholeNumber('--port', args.port);
  const running = await startShell({ shell, port, root });
  shell.live.setSpeed(wholeNumber('--speed', args.speed));
  say(`\n  ${shell.siteName} is open at ${running.url}\n`);
  say(
    `  The clock runs ${args.speed} times as fast; change it at the top of the page. Ctrl+C ends.`,
  );
  const end = (): void => {
    void running.close().then(() => shell.live.stop().then(() => process.exit(0)));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

async function openShellWorld(
  args: Arguments,
  root: string,
  manifest: Manifest,
): Promise<ShellWorld> {
  const failures: LogLine[] = [];
  const common = {
    appFile: join(root, 'dist', 'app', 'index.js'),
    manifest,
    database: await openDatabase(process.env['SANDBOX_SQL_URL']),
    onLog: (line: LogLine) => {
      if (line.source !== 'platform' && line.level !== 'error') return;
      failures.unshift(line);
      failures.length = Math.min(failures.length, LOGGED_FAILURES);
    },
  };
  if (args.import !== undefined) {
    const [format = '', input = ''] = args.import;
    if (!FORMATS.includes(format as Format) || input === '') {
      throw new UsageError(`--import: say one of ${FORMATS.join(', ')}, then a file`);
    }
    const { aiAgent, automation, statuses } = args;
    const opened = await openImportedDesk(
      { format: format as Format, input, aiAgent, automation, statusesFile: statuses ?? null },
      { ...common, onNotice: (text) => process.stderr.write(`NOTICE: ${text}\n`) },
    );
    return { ...opened, manifest, failures };
  }
  const seed = wholeNumber('--seed', args.seed);
  return demoShell(await openDemo({ ...common, seed }), { manifest, failures });
}

async function report({ world, live, startedAtMs }: ShellWorld): Promise<void> {
  const opening = world.host.meter.snapshot();
  say('\nInstallation, and reading the history of the desks:\n');
  say(renderReport(opening));
  await live.jumpMs(DAY_MS);
  say('\nOne day of the living desk:\n');
  say(renderReport(world.host.meter.since(opening), { periodMs: DAY_MS }));
  say(`\n${Math.round((live.nowMs() - startedAtMs) / 60_000)} simulated minutes in all.`);
  await live.stop();
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new UsageError(`${option} ${text}: give a whole number, 0 or more`);
}

main().catch((error: unknown) => {
  if (error instanceof UsageError) process.stderr.write(`npm start: ${error.message}\n`);
  else if (isPortTaken(error)) {
    process.stderr.write('npm start: the port is taken; choose another with --port\n');
  } else throw error;
  process.exit(2);
});

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
