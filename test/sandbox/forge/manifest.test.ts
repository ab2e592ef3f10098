import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadManifest } from '../../../sandbox/forge/manifest';

describe('loadManifest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forge-manifest-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const load = (yaml: string) => {
    writeFileSync(join(folder, 'manifest.yml'), yaml);
    return loadManifest(folder);
  };
  const APP = 'app: { id: "ari:cloud:ecosystem::app/1", runtime: { name: nodejs22.x } }\n';

  it('reads functions, triggers and egress', async () => {
    const manifest = await load(`${APP}
modules:
  function: [{ key: f, handler: index.f, timeoutSeconds: 30 }]
  trigger: [{ key: t, function: f, events: ['avi:jira:created:issue'] }]
  jira:issuePanel: [{ key: p, resource: main, resolver: { function: f }, title: P }]
resources: [{ key: main, path: dist }]
permissions: { external: { fetch: { backend: [{ address: 'https://a.example.com' }] } } }
`);
    expect(manifest.modules.function).toEqual([
      { key: 'f', handler: 'index.f', timeoutSeconds: 30 },
    ]);
    expect(manifest.modules.scheduledTrigger).toEqual([]);
    expect(manifest.modules['jira:issuePanel']).toMatchObject([
      { key: 'p', resolver: { function: 'f' } },
    ]);
  });

  it('names what is wrong', async () => {
    await expect(load('modules: {')).rejects.toThrow('manifest.yml');
    await expect(
      load(
        `${APP}modules: { trigger: [{ key: t, function: gone, events: ['avi:jira:created:issue'] }] }`,
      ),
    ).rejects.toThrow("module 't' names function 'gone'");
    await expect(
      load(
        `${APP}modules: { trigger: [{ key: t, endpoint: remote, events: ['avi:jira:created:issue'] }] }`,
      ),
    ).rejects.toThrow('modules.trigger.0.function');
  });
});
