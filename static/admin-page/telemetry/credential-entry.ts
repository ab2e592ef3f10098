import type { Administration, CreateCredentialInput } from '../../../src/contract';

/** A credential as a form holds it, before it is made. */
export interface CredentialEntry {
  /** Empty until one is chosen. */
  readonly agentId: string;
  readonly label: string;
  /** Empty for none. */
  readonly traceUrlTemplate: string;
}

export type CredentialProblem = 'noAgent' | 'noLabel' | 'noTraceUrl';

export const MAX_LABEL = 64;
export const MAX_TRACE_URL = 500;
/** Stands in a template where a trace's id will. */
export const TRACE_ID_PLACE = '{traceId}';

/** Those that can be given a credential. */
export const agentChoices = ({ actors }: Pick<Administration, 'actors'>) =>
  actors.flatMap(({ actorId, kind, name, accountId }) =>
    kind === 'ai-agent' ? [{ value: actorId, label: name ?? accountId ?? actorId }] : [],
  );

/** By field; empty where the app would take the entry. */
export function problemsOfCredential({
  agentId,
  label,
  traceUrlTemplate,
}: CredentialEntry): Readonly<Partial<Record<keyof CredentialEntry, CredentialProblem>>> {
  const url = traceUrlTemplate.trim();
  return {
    ...(agentId === '' && { agentId: 'noAgent' }),
    ...(label.trim() === '' && { label: 'noLabel' }),
    ...(url !== '' && !isTemplate(url) && { traceUrlTemplate: 'noTraceUrl' }),
  };
}

/** What the app takes; null while the entry has problems. */
export function credentialOf(entry: CredentialEntry): CreateCredentialInput | null {
  if (Object.keys(problemsOfCredential(entry)).length > 0) return null;
  const url = entry.traceUrlTemplate.trim();
  return {
    agentId: entry.agentId,
    label: entry.label.trim(),
    traceUrlTemplate: url === '' ? null : url,
  };
}

const isTemplate = (url: string): boolean =>
  url.startsWith('https://') && url.includes(TRACE_ID_PLACE) && URL.canParse(url);
