import type { PanelContext } from './context';
import type { Host } from './host';

/**
 * Jira gives its theme to panels that ask. A page that does not (an older host, a local one) gets
 * the same tokens from the design system's package, loaded only then.
 */
export async function applyTheme(
  host: Host,
  colorMode: PanelContext['colorMode'],
  root: HTMLElement,
): Promise<void> {
  await host.enableTheme();
  if (hasTokens(root)) return;
  const { setGlobalTheme } = await import('@atlaskit/tokens/set-global-theme');
  await setGlobalTheme({
    colorMode,
    light: 'light',
    dark: 'dark',
    spacing: 'spacing',
    typography: 'typography',
    shape: 'shape',
  });
}

const hasTokens = (root: HTMLElement): boolean =>
  getComputedStyle(root).getPropertyValue('--ds-surface').trim() !== '';
