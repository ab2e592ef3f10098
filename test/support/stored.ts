import type { DeskRow, ScoreStore } from '../../src/ports/score-store';
import { updateDesk } from '../../src/usecases/update-desk';
import type { World } from '../../sandbox/world';
import { openStore } from './forge-sql';
import { ticketIdAt } from './ticket-id';

/** The store behind an app, as the app itself would open it. */
export const storeOf = ({ host }: World): ScoreStore => openStore(host.database).store;

/** What is stored of the desk with this key. */
export async function deskOf(world: World, key = 'IT'): Promise<DeskRow> {
  const desk = (await storeOf(world).listDesks()).find((each) => each.key === key);
  if (desk === undefined) throw new Error(`There is no desk ${key}`);
  return desk;
}

/** Changes what is stored of the desk with this key. */
export async function changeDesk(
  world: World,
  key: string,
  change: (desk: DeskRow) => DeskRow,
): Promise<void> {
  const { deskId } = await deskOf(world, key);
  await updateDesk({ store: storeOf(world) }, deskId, change);
}

/** `jira:<issue id>` of an issue's key. */
export const ticketIdOf = ({ site }: World, key: string): string => ticketIdAt(site, key);
