import { spawn } from 'node:child_process';

const REPORT_RSS = `data:text/javascript,process.on('exit',()=>process.stderr.write('maxRssKb='+process.resourceUsage().maxRSS+'\\n'))`;

export interface Run {
  readonly wallMs: number;
  /** Peak resident memory as the operating system accounts it. */
  readonly residentMb: number;
  readonly output: string;
}

/**
 * Runs a tool of ours as a process of its own, as its npm script does, and measures it whole, start-up
 * included.
 */
export function runMeasured(tool: string, args: readonly string[]): Promise<Run> {
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=8', '--import', REPORT_RSS, 'scripts/run.mjs', tool, ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      const wallMs = performance.now() - startedAt;
      const kb = /maxRssKb=(\d+)/.exec(errors)?.[1];
      if (code !== 0 || kb === undefined) reject(new Error(`${tool} failed: ${errors}`));
      else resolve({ wallMs, residentMb: Number(kb) / 1_024, output });
    });
  });
}
