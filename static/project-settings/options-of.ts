import type { CheckOption } from '../shared/form/check-option';

/**
 * What can be chosen, and what is chosen already though it can be no longer.
 *
 * @param names - null while they are not known: then nothing is called gone
 */
export function optionsOf(
  names: readonly string[] | null,
  chosen: readonly string[],
  goneNote: string,
): readonly CheckOption[] {
  const known = [...(names ?? [])].sort((a, b) => a.localeCompare(b));
  return [
    ...known.map((value) => ({ value, note: null })),
    ...chosen
      .filter((value) => !known.includes(value))
      .map((value) => ({ value, note: names === null ? null : goneNote })),
  ];
}
