import { existsSync } from 'node:fs';

// Chromium without a window comes first: it draws the same pages with a third less work.
import PROGRAMS from './programs.json';

/** Path of a program on this machine, the one that the environment names first; null without one. */
export function findProgram(name: keyof typeof PROGRAMS): string | null {
  const { variable, paths } = PROGRAMS[name];
  const candidates = [process.env[variable] ?? '', ...paths];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}
