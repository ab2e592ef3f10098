import type { Manifest } from '../../forge/manifest';
import type { ShellModule } from '../shell-api';

const TYPES = [
  'jiraServiceManagement:queuePage',
  'jira:projectPage',
  'jira:globalPage',
  'jira:projectSettingsPage',
  'jira:adminPage',
  'jira:issueContext',
  'jira:dashboardGadget',
] as const satisfies readonly ShellModule['type'][];

interface Resource {
  readonly key: string;
  readonly entry?: Readonly<Record<string, string>>;
}

/** The panels that the manifest declares, with the files that show them. */
export function shellModulesOf(manifest: Manifest): readonly ShellModule[] {
  const resources = (manifest['resources'] ?? []) as readonly Resource[];
  const fileOf = (reference: unknown): string => {
    const [key = '', entry = ''] = String(reference).split('/');
    const file = resources.find((resource) => resource.key === key)?.entry?.[entry];
    if (file === undefined)
      throw new Error(`manifest.yml: no resource has the entry ${key}/${entry}`);
    return file;
  };
  return TYPES.flatMap((type) =>
    (manifest.modules[type] ?? []).map((module): ShellModule => {
      const edit = module['edit'] as { readonly resource?: unknown } | undefined;
      const title = String(module['title']);
      return {
        key: String(module['key']),
        type,
        title,
        label: typeof module['label'] === 'string' ? module['label'] : title,
        isBlank: module['layout'] === 'blank',
        hasStatus: statusFunctionOf(module) !== null,
        file: fileOf(module['resource']),
        editFile: edit === undefined ? null : fileOf(edit.resource),
      };
    }),
  );
}

/** The function that says a module's status; null without one. */
export function statusFunctionOf(module: Readonly<Record<string, unknown>>): string | null {
  const dynamic = module['dynamicProperties'] as { readonly function?: unknown } | undefined;
  return typeof dynamic?.function === 'string' ? dynamic.function : null;
}
