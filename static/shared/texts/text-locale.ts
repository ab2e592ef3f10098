/** Languages of the catalogue, as the manifest lists them; the first is complete by definition. */
export const TEXT_LOCALES = ['en-US', 'de-DE'] as const;
export type TextLocale = (typeof TEXT_LOCALES)[number];

/** The catalogue's language for a viewer, English where it has none: `de-AT` reads `de-DE`. */
export const textLocaleFor = (locale: string): TextLocale =>
  TEXT_LOCALES.find((known) => languageOf(known) === languageOf(locale)) ?? 'en-US';

const languageOf = (locale: string): string => locale.split('-', 1)[0]?.toLowerCase() ?? '';
