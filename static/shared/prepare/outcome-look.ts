import type { Outcome } from '../../../src/contract';
import type { Texts } from '../texts/texts';

/** An Atlaskit lozenge: colour and, always, the word. */
export interface LozengeView {
  readonly label: string;
  readonly appearance: 'success' | 'inprogress' | 'removed' | 'moved' | 'default' | 'new';
  /** Not final yet: drawn as an outline. */
  readonly isOutlined: boolean;
}

const APPEARANCES: Readonly<Record<Outcome, LozengeView['appearance']>> = {
  'ai-resolved': 'success',
  pending: 'success',
  escalated: 'inprogress',
  reversed: 'removed',
  ambiguous: 'moved',
  abandoned: 'moved',
  'without-ai': 'default',
  excluded: 'default',
  open: 'new',
};

export const outcomeLook = (outcome: Outcome, t: Texts): LozengeView => ({
  label: t(`outcome.label.${outcome}`),
  appearance: APPEARANCES[outcome],
  isOutlined: outcome === 'pending',
});
