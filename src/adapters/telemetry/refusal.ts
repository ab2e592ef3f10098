/** Why a part of a batch cannot be read. */
export interface Refusal {
  /** Members below the part, e.g. `traceId`; empty for the part itself. Never content. */
  readonly field: string;
  readonly remedy: string;
}

export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });
export const refuse = (field: string, remedy: string): Reading<never> => ({
  ok: false,
  refusal: { field, remedy },
});

/** An object of JSON, neither list nor null. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
