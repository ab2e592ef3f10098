import type { ActorKind, RegisterActorInput } from '../../src/contract';
import type { ActorTask } from './actor-task';

/** An entry of the registry as a form holds it. */
export interface ActorEntry {
  /** Only for an actor that was not seen yet. */
  readonly accountId: string;
  /** null until one is chosen. */
  readonly kind: Exclude<ActorKind, 'unknown'> | null;
  readonly name: string;
  readonly vendor: string;
}

export type EntryProblem = 'noAccount' | 'longAccount' | 'noKind' | 'noName';

export const ENTRY_KINDS = ['ai-agent', 'automation', 'human-agent', 'requester'] as const;

const MAX_ACCOUNT_LENGTH = 128;

export function entryOf(task: ActorTask): ActorEntry {
  if (task.kind !== 'change') return { accountId: '', kind: null, name: '', vendor: '' };
  const { kind, name, vendor } = task.actor;
  return {
    accountId: '',
    kind: kind === 'unknown' ? null : kind,
    name: name ?? '',
    vendor: vendor ?? '',
  };
}

/** By field; empty where the app would take the entry. */
export function problemsOfEntry(
  { accountId, kind, name }: ActorEntry,
  task: ActorTask,
): Readonly<Partial<Record<'account' | 'kind' | 'name', EntryProblem>>> {
  const account = accountId.trim();
  return {
    ...(task.kind === 'add' && account === '' && { account: 'noAccount' }),
    ...(account.length > MAX_ACCOUNT_LENGTH && { account: 'longAccount' }),
    ...(kind === null && { kind: 'noKind' }),
    ...(kind === 'ai-agent' && name.trim() === '' && { name: 'noName' }),
  };
}

/** What the app takes; null while the entry has problems. */
export function registrationOf(entry: ActorEntry, task: ActorTask): RegisterActorInput | null {
  const { kind } = entry;
  if (kind === null || Object.keys(problemsOfEntry(entry, task)).length > 0) return null;
  const isAgent = kind === 'ai-agent';
  return {
    accountId: task.kind === 'add' ? entry.accountId.trim() : null,
    actorId: task.kind === 'add' ? null : task.actorId,
    kind,
    name: isAgent ? entry.name.trim() : null,
    vendor: isAgent && entry.vendor.trim() !== '' ? entry.vendor.trim() : null,
  };
}
