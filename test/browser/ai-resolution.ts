import { askApp } from '../../sandbox/ask-app';
import type { DeskScorecard } from '../../src/contract';
import { PROJECT_ADMIN } from '../support/app-world';
import type { OpenDesk } from './desk-world';

/** The rate of the IT desk's last 30 days as its counts, e.g. `2 of 3`. */
export async function aiResolutionOf({ host }: OpenDesk): Promise<string> {
  const input = { project: 'IT', periodDays: 30 } as const;
  const { score }: DeskScorecard = await askApp(host, 'readDeskScorecard', input, PROJECT_ADMIN);
  const rate = score.rates.aiResolution;
  return `${rate?.numerator} of ${rate?.denominator}`;
}
