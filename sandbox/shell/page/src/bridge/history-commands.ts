import type { z } from 'zod';

import type { HistoryStart } from '../../../frame-messages';
import type { FrameHost } from './frame-host';
import type { createHistorySchema, historyMoveSchema } from './messages';

/** Pops are kept among the frame's subscriptions, under a name no panel can emit. */
export const POPPED = ' popped';

/** Gives a panel that has a page of its own its part of the address. */
export function createHistory(
  { onPop }: z.infer<typeof createHistorySchema>,
  { route, module, subscriptions }: FrameHost,
): HistoryStart {
  if (route === null) {
    throw new Error(
      `createHistory: Jira gives none to a ${module.type}, keep the place in the panel`,
    );
  }
  subscriptions.add(POPPED, onPop.__callback);
  return { location: route.read(), href: route.href };
}

export function moveHistory(move: z.infer<typeof historyMoveSchema>, { route }: FrameHost): void {
  if (move.kind === 'go') route?.go(move.delta);
  else route?.[move.kind](move.location);
}
