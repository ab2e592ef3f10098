import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { default as tokenNames } from '@atlaskit/tokens/token-names';

const STATIC = join(__dirname, '..', '..', '..', 'static');
const IMPORT = /(import\s+type\b[^'"]*?from|\bfrom|\bimport|\bimport\()\s*['"]([^'"]+)['"]/g;

const filesOf = (extension: RegExp): readonly string[] =>
  readdirSync(STATIC, { recursive: true, encoding: 'utf8' })
    .filter((name) => extension.test(name))
    .sort();
const textOf = (name: string): string => readFileSync(join(STATIC, name), 'utf8');

const scripts = filesOf(/\.tsx?$/);
const styles = filesOf(/\.css$/);
const pages = filesOf(/\.html$/);

it('looks at real files', () => {
  expect(scripts.length).toBeGreaterThan(40);
  expect(styles.length).toBeGreaterThan(4);
  expect(pages).toEqual([
    'admin-page.html',
    'gadget.html',
    'global-page.html',
    'project-page.html',
    'project-settings.html',
    'queue-page.html',
    'rule-kpis.html',
    'rule-record.html',
    'ticket-panel.html',
  ]);
});

describe.each(scripts)('static/%s', (name) => {
  const imports = [...textOf(name).matchAll(IMPORT)].map(([, how = '', target = '']) => ({
    isTypeOnly: /^import\s+type/.test(how),
    target,
  }));

  it('takes nothing from src/ but types of the contract and its catalogue', () => {
    const outside = imports.filter(
      ({ isTypeOnly, target }) =>
        target.includes('/src/') &&
        !target.endsWith('/src/contract/catalogue') &&
        !(isTypeOnly && target.endsWith('/src/contract')),
    );
    expect(outside).toEqual([]);
  });

  it('writes for people in the text catalogues only', () => {
    const words = />\s*[A-Za-z][a-z]+ [a-z][^<>{}]*</g;
    const attributes = /\b(?:aria-label|title|label|placeholder|alt)="[^"]*[A-Za-z]/g;
    for (const pattern of [words, attributes]) {
      expect(/\.tsx$/.test(name) ? textOf(name).match(pattern) : null).toBeNull();
    }
  });
});

describe.each(styles)('static/%s', (name) => {
  it('takes every colour, space and font from a token of the design system', () => {
    const known = new Set<string>(Object.values(tokenNames));
    const used = [...textOf(name).matchAll(/--ds-[a-z0-9-]+/g)].map(([token]) => token);
    expect(used.filter((token) => !known.has(token))).toEqual([]);
  });

  it('holds no colour of its own', () => {
    expect(textOf(name).match(/#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/gi)).toBeNull();
  });
});

describe.each(pages)('static/%s', (name) => {
  it('runs no inline script, which the platform forbids', () => {
    expect(textOf(name).match(/<script(?![^>]*\bsrc=)/)).toBeNull();
    expect(textOf(name).match(/\son[a-z]+=/)).toBeNull();
  });
});
