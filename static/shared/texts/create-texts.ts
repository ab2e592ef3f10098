import { kpiText, type KpiName } from './kpi-texts';
import type { TextLocale } from './text-locale';
import type { Texts, TextValues } from './texts';

/** Finds a text by its path; what no language has is the default, else the path itself. */
export type Translate = (key: string, defaultValue?: string) => string;

interface TextsOptions {
  readonly translate: Translate;
  /** Language of the texts: decides between singular and plural. */
  readonly language: TextLocale;
  /** BCP 47 tag of the viewer: numbers are written in it. */
  readonly locale: string;
}

export function createTexts({ translate, language, locale }: TextsOptions): Texts {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(locale);
  const filled = (key: string, text: string, values: TextValues): string =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) {
        throw new Error(`Text '${key}' needs a value for {${name}}: pass it`);
      }
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  const text = (key: string, values: TextValues = {}): string =>
    filled(key, translate(key), values);

  return Object.assign(text, {
    plural: (key: string, count: number, values: TextValues = {}) => {
      const form = translate(`${key}.${rules.select(count)}`, translate(`${key}.other`));
      return filled(key, form, { count, ...values });
    },
    message: (key: string, values: TextValues = {}) => ({
      title: text(`${key}.title`, values),
      body: text(`${key}.body`, values),
    }),
    kpiTitle: (name: KpiName) => kpiText(translate, name, 'title'),
    kpiDefinition: (name: KpiName) => kpiText(translate, name, 'definition'),
  });
}
