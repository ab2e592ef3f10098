import type { DeskRow, ScoreStore } from '../ports/score-store';

const ATTEMPTS = 8;

/** Changes a desk as it is now, whoever else does; null when there is no such desk. */
export async function updateDesk(
  { store }: { readonly store: ScoreStore },
  deskId: string,
  change: (desk: DeskRow) => DeskRow,
): Promise<DeskRow | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const desk = await store.readDesk(deskId);
    if (desk === null) return null;
    const next = change(desk);
    if ((await store.saveDesk(next)) === 'saved') return { ...next, version: desk.version + 1 };
  }
  throw new Error(`Desk ${deskId} was changed by others ${ATTEMPTS} times in a row`);
}
