import { CSPInjectionService } from '@forge/csp';

import { createServer, type Server } from 'node:http';

import { SITE } from '../../forge/app/site';
import type { Manifest } from '../../forge/manifest';
import { readStatic, send } from './static-files';

export interface PanelServerOptions {
  /** Where the built panels lie. */
  readonly panelFolder: string;
  /** The bridge that the platform puts into every panel. */
  readonly bridgeFile: { readonly folder: string; readonly name: string };
  readonly manifest: Manifest;
  /** Who may frame a panel. */
  readonly shellOrigin: string;
}

const BRIDGE_PATH = '/__bridge.js';

/** Serves the panels as the platform does: from an origin of their own, under its policy, bridged. */
export function createPanelServer(options: PanelServerOptions): Server {
  const policy = contentPolicy(options);
  return createServer((request, response) => {
    (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file =
        pathname === BRIDGE_PATH
          ? await readStatic(options.bridgeFile.folder, options.bridgeFile.name)
          : await readStatic(options.panelFolder, pathname);
      if (file === null) {
        send(response, 404, 'text/plain', 'No such file');
        return;
      }
      if (!pathname.endsWith('.html')) {
        send(response, 200, file.type, file.body);
        return;
      }
      const bridge = `<head><script src="${BRIDGE_PATH}"></script>`;
      const html = file.body.toString().replace('<head>', bridge);
      send(response, 200, file.type, html, { 'content-security-policy': policy });
    })().catch(() => response.destroy());
  });
}

/**
 * The platform's policy for the manifest's permissions. Adapted to this machine: the shell takes
 * Jira's place among the ancestors, and nothing is reported anywhere.
 */
function contentPolicy({ manifest, shellOrigin }: PanelServerOptions): string {
  const directives = new CSPInjectionService().getInjectableCSP({
    existingCSPDetails: {
      'img-src': [],
      'media-src': [],
      'script-src': [],
      'style-src': stylesOf(manifest),
      'connect-src': [],
      'font-src': [],
      'frame-src': [],
    },
    microsEnv: 'prod',
    hostname: SITE.siteUrl,
  });
  return directives
    .filter((directive) => !directive.startsWith('report-uri'))
    .map((directive) =>
      directive.startsWith('frame-ancestors') ? `frame-ancestors ${shellOrigin}` : directive,
    )
    .join('; ');
}

/** `unsafe-inline` of the manifest is a keyword in a policy. */
function stylesOf({ permissions }: Manifest): string[] {
  const content = permissions['content'] as { readonly styles?: readonly string[] } | undefined;
  return (content?.styles ?? []).map((style) => `'${style}'`);
}
