import type { AttentionTicket, RuleName } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';
import { reasonWords } from '../../shared/texts/reason-words';

/** Rules that put a ticket on one of the lists. */
const LISTED = [
  'reopened',
  'repeat-contact',
  'rejected-by-rating',
  'unanswered',
  'closed-by-automation',
  'escalated',
  'overridden',
] as const;

/** Rules whose sentence leaves room for a reason; the others' reasons repeat the sentence. */
const WITH_REASON: readonly RuleName[] = ['escalated', 'overridden'];

/** Why a ticket is on the list, as a sentence without its full stop. */
export function attentionWhy(
  { rule, outcome, reason, agent, decidedAt, resolvedAt }: AttentionTicket,
  asOfMs: number,
  { t, ago }: Formats,
): string {
  const listed = LISTED.find((each) => each === rule);
  const at = decidedAt ?? resolvedAt;
  if (listed === undefined || at === null) return t(`outcome.meaning.${outcome}`);
  const sentence = t(`ruleNow.${listed}`, {
    agent: agent ?? t('queue.attention.theAi'),
    ago: ago(at, asOfMs),
  });
  if (reason === null || reason === '' || !WITH_REASON.includes(rule)) return sentence;
  const words = reasonWords(reason, t) ?? t('ruleNow.quoted', { reason });
  return t('ruleNow.because', { sentence, reason: words });
}
