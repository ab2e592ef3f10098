import type { Viewer } from './format/formats';
import { asRecord, asText } from './read-json';

/** What a panel reads of the page around it, every field checked. */
export interface PanelContext {
  readonly viewer: Viewer;
  readonly colorMode: 'light' | 'dark' | 'auto';
  /** Key of the service project; null where the page does not say. */
  readonly projectKey: string | null;
  /** Issue id, else key; null outside an issue. */
  readonly issue: string | null;
  /** As saved by the gadget's edit view; null before the first save. */
  readonly gadgetConfiguration: unknown;
  readonly isEditing: boolean;
  /** Inputs of an action as an Automation rule keeps them; null elsewhere. */
  readonly ruleInputs: unknown;
}

const PROJECT_IN_PATH = /\/projects\/([A-Za-z0-9_-]{1,64})(?:[/?#]|$)/;

/**
 * @param raw - the bridge's context; its `extension` differs per module and is read with care
 * @param frameUrl - address of the panel's own frame, a last resort to find the project
 */
export function readPanelContext(raw: unknown, frameUrl: string): PanelContext {
  const context = asRecord(raw);
  const extension = asRecord(context['extension']);
  const issue = asRecord(extension['issue']);
  return {
    viewer: {
      locale: supportedLocale(context['locale']),
      timeZone: supportedTimeZone(context['timezone']),
    },
    colorMode: colorModeOf(asRecord(context['theme'])['colorMode']),
    projectKey:
      asText(asRecord(extension['project'])['key']) ??
      projectKeyIn(asText(extension['location'])) ??
      projectKeyIn(frameUrl),
    issue: asText(issue['id']) ?? asText(issue['key']),
    gadgetConfiguration: extension['gadgetConfiguration'] ?? null,
    isEditing: extension['entryPoint'] === 'edit',
    ruleInputs: asRecord(extension['data'])['inputs'] ?? null,
  };
}

function projectKeyIn(location: string | null): string | null {
  return PROJECT_IN_PATH.exec(location ?? '')?.[1] ?? null;
}

/** The platform writes `en_US` or `en-US`; what `Intl` does not know becomes English. */
function supportedLocale(value: unknown): string {
  const tag = asText(value)?.replaceAll('_', '-') ?? 'en';
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function supportedTimeZone(value: unknown): string {
  const timeZone = asText(value) ?? 'UTC';
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    return 'UTC';
  }
}

function colorModeOf(value: unknown): PanelContext['colorMode'] {
  return value === 'light' || value === 'dark' ? value : 'auto';
}
