import type { KpiName } from './kpi-texts';
import type { MessageKey, PluralKey, TextKey } from './text-keys';

/** What stands for the `{placeholders}` of a text; numbers are written in the viewer's locale. */
export type TextValues = Readonly<Record<string, string | number>>;

/** The catalogue in the viewer's language. */
export interface Texts {
  (key: TextKey, values?: TextValues): string;
  /** The form that fits the number, which is `{count}` in the text. */
  plural(key: PluralKey, count: number, values?: TextValues): string;
  message(key: MessageKey, values?: TextValues): { readonly title: string; readonly body: string };
  kpiTitle(name: KpiName): string;
  /** One sentence. */
  kpiDefinition(name: KpiName): string;
}
