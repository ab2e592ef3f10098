import type { Texts } from '../../shared/texts/texts';
import type { JiraChoice } from './read-target-choices';

interface SelectView {
  /** Empty: as it is. */
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/**
 * A choice among what Jira lists; what is chosen already stays, though Jira lists it no longer.
 *
 * @param listed - null while it is not known: then nothing is called gone
 */
export function prepareSelect(
  chosen: string | null,
  listed: readonly JiraChoice[] | null,
  t: Texts,
): SelectView {
  const known = [...(listed ?? [])].sort((a, b) => a.name.localeCompare(b.name));
  const isListed = chosen === null || known.some(({ id }) => id === chosen);
  return {
    value: chosen ?? '',
    options: [
      { value: '', label: t('policy.asItIs') },
      ...known.map(({ id, name }) => ({ value: id, label: name })),
      ...(isListed
        ? []
        : [
            {
              value: chosen,
              label: listed === null ? chosen : t('policy.gone', { id: chosen }),
            },
          ]),
    ],
  };
}
