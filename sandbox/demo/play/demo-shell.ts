import type { LogLine } from '../../forge/host';
import type { Manifest } from '../../forge/manifest';
import type { ShellWorld } from '../../shell/shell-world';
import { demoUsers } from './demo-users';
import { DEMO_TIME_ZONE, type Demo } from './open-demo';

/** The demo as the page shows it. */
export const demoShell = (
  { world, live, startedAtMs }: Demo,
  { manifest, failures }: { readonly manifest: Manifest; readonly failures: readonly LogLine[] },
): ShellWorld => ({
  world,
  live,
  startedAtMs,
  manifest,
  failures,
  users: demoUsers(),
  siteName: 'Firstline demo site',
  timeZone: DEMO_TIME_ZONE,
});
