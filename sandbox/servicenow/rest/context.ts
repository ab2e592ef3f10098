import type { SandboxClock } from '../../clock';
import type { AccessRules } from '../access-rules';
import type { SnUser } from '../people';
import type { InstanceStore } from '../store';
import type { Tokens } from './tokens';

export type Operation = 'insert' | 'update' | 'delete';

/** What endpoints work with. */
export interface InstanceContext {
  readonly store: InstanceStore;
  readonly rules: AccessRules;
  readonly tokens: Tokens;
  /** The instance's own, which may be ahead of the sandbox's. */
  readonly clock: SandboxClock;
  /** IANA name of the zone in which people are shown times. */
  readonly timeZone: string;
  readonly auditsInserts: boolean;
  /** Tells Business Rules. */
  readonly tell: (sysId: string, operation: Operation, by: string) => void;
}

/** An endpoint's answer before it is put on the wire. */
export interface InstanceAnswer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export type { SnUser };
