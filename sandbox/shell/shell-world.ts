import type { LogLine } from '../forge/host';
import type { Manifest } from '../forge/manifest';
import type { LiveWorld } from '../live-world';
import type { World } from '../world';
import type { ShellUser } from './shell-api';

/** What the shell shows: a world whose clock runs, and the people who may look at it. */
export interface ShellWorld {
  readonly world: World;
  readonly live: LiveWorld;
  readonly manifest: Manifest;
  /** People for the user switch; the first is at the screen at the start. */
  readonly users: readonly ShellUser[];
  readonly siteName: string;
  readonly timeZone: string;
  /** The site's time at which the figures of the meter begin. */
  readonly startedAtMs: number;
  /** What the platform said of failures, latest first. */
  readonly failures: readonly LogLine[];
}
