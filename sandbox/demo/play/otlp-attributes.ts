export type AttributeValues = Readonly<Record<string, string | number>>;

/** One attribute as OTLP's JSON has it. */
export interface KeyValue {
  readonly key: string;
  readonly value:
    | { readonly stringValue: string }
    | { readonly intValue: string }
    | { readonly doubleValue: number };
}

export const keyValues = (attributes: AttributeValues): readonly KeyValue[] =>
  Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));

/** Whole numbers are strings there. */
function anyValue(value: string | number): KeyValue['value'] {
  if (typeof value === 'string') return { stringValue: value };
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}
