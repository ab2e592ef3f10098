import type { JournalElement } from './history';

export const JOURNALS: readonly JournalElement[] = ['comments', 'work_notes'];

/** Texts to add, by element. */
export type Journals = Readonly<Partial<Record<JournalElement, string>>>;
