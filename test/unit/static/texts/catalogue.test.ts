import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadManifest } from '../../../../sandbox/forge/manifest';
import { RATE_CATALOGUE, TIME_CATALOGUE } from '../../../../src/contract/catalogue';
import { TEXT_LOCALES } from '../../../../static/shared/texts/text-locale';
import { CATALOGUES } from '../text-builder';

const ROOT = join(__dirname, '..', '..', '..', '..');
const STATIC = join(ROOT, 'static');

/** Every text by its path. */
function textsOf(node: unknown, path = ''): Readonly<Record<string, string>> {
  if (typeof node === 'string') return { [path]: node };
  return Object.entries(node as Readonly<Record<string, unknown>>).reduce(
    (all, [name, child]) => ({ ...all, ...textsOf(child, path === '' ? name : `${path}.${name}`) }),
    {},
  );
}
const placeholdersOf = (text: string | undefined): readonly string[] =>
  [...new Set(text?.match(/\{[^}]*\}/g))].sort();

const english = textsOf(CATALOGUES['en-US']);
const kpiKeys = Object.entries({ rate: RATE_CATALOGUE, time: TIME_CATALOGUE }).flatMap(
  ([kind, catalogue]) =>
    Object.keys(catalogue).flatMap((name) =>
      ['title', 'definition'].map((part) => `kpi.${kind}.${name}.${part}`),
    ),
);

it('looks at real catalogues', () => {
  expect(Object.keys(english).length).toBeGreaterThan(150);
  expect(kpiKeys).toHaveLength(30);
});

it('is declared in the manifest, English as what the others fall back to', async () => {
  const { translations } = await loadManifest(ROOT);
  expect(translations).toEqual({
    resources: TEXT_LOCALES.map((key) => ({ key, path: `static/locales/${key}.json` })),
    fallback: { default: 'en-US', 'de-DE': ['en-US'] },
  });
  expect(readdirSync(join(STATIC, 'locales')).sort()).toEqual(
    TEXT_LOCALES.map((key) => `${key}.json`).sort(),
  );
});

it("leaves the English words of KPIs to the domain's catalogue", () => {
  expect(Object.keys(english).filter((key) => kpiKeys.includes(key))).toEqual([]);
});

describe.each(TEXT_LOCALES.filter((locale) => locale !== 'en-US'))('%s', (locale) => {
  const texts = textsOf(CATALOGUES[locale]);

  it('has every text of the English catalogue and of the KPIs, and no other', () => {
    expect(Object.keys(texts).sort()).toEqual([...Object.keys(english), ...kpiKeys].sort());
  });

  it('has the same placeholders in every text', () => {
    const differing = Object.keys(english).filter(
      (key) => placeholdersOf(texts[key]).join() !== placeholdersOf(english[key]).join(),
    );
    expect(differing).toEqual([]);
  });
});

it.each(TEXT_LOCALES)('%s has no empty text and no placeholder that is not a word', (locale) => {
  const texts = Object.entries(textsOf(CATALOGUES[locale]));
  const bad = texts.filter(
    ([, text]) =>
      text.trim() === '' || placeholdersOf(text).some((each) => !/^\{\w+\}$/.test(each)),
  );
  expect(bad).toEqual([]);
});

it('names the number in both forms of every plural', () => {
  const forms = Object.keys(english).filter((key) => /\.(one|other)$/.test(key));
  expect(forms.length).toBeGreaterThan(10);
  expect(forms.filter((key) => !english[key]?.includes('{count}'))).toEqual([]);
});

it('holds no text that no panel uses', () => {
  const sources = readdirSync(STATIC, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(STATIC, name), 'utf8'))
    .join('\n');
  // 'queue.results', or `rule.${rule}`: what is put in is one name.
  const QUOTED = /(['"`])([a-z][A-Za-z]*\.(?:[\w.-]|\$\{[^}]*\})+)\1/g;
  const used = [...sources.matchAll(QUOTED)].map(
    ([, , path = '']) =>
      new RegExp(
        // A plural or a message is used by the path of its object.
        `^${path.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[^.]+')}(\\.(one|other|title|body))?$`,
      ),
  );
  const unused = Object.keys(english).filter((key) => !used.some((path) => path.test(key)));
  expect(unused).toEqual([]);
});
