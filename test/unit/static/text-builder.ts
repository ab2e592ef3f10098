import german from '../../../static/locales/de-DE.json';
import english from '../../../static/locales/en-US.json';
import { createTexts, type Translate } from '../../../static/shared/texts/create-texts';
import { textLocaleFor, type TextLocale } from '../../../static/shared/texts/text-locale';
import type { Texts } from '../../../static/shared/texts/texts';

export const CATALOGUES: Readonly<Record<TextLocale, unknown>> = {
  'en-US': english,
  'de-DE': german,
};

/** The real texts for a viewer. A text that is neither there nor has a default fails the test. */
export const textsFor = (locale: string): Texts => {
  const language = textLocaleFor(locale);
  return createTexts({ translate: translateFrom(CATALOGUES[language]), language, locale });
};

/** Looks texts up as the bridge does, by the dots of their path. */
export const translateFrom =
  (catalogue: unknown): Translate =>
  (key, defaultValue) => {
    const found = key
      .split('.')
      .reduce<unknown>(
        (node, name) => (node as Record<string, unknown> | undefined)?.[name],
        catalogue,
      );
    if (typeof found === 'string') return found;
    if (defaultValue === undefined) throw new Error(`No text '${key}': add it to the catalogue`);
    return defaultValue;
  };
