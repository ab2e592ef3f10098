import type { DeskChoice } from '../../../src/contract';
import { SOURCE_NAMES } from '../texts/source-names';

/** Desks to choose from: those outside of Jira say where they are. */
export const deskOptions = (
  desks: readonly DeskChoice[],
): readonly { readonly value: string; readonly label: string }[] =>
  desks.map(({ projectKey, name, source }) => ({
    value: projectKey,
    label: source === 'jira' ? name : `${name} · ${SOURCE_NAMES[source]}`,
  }));
