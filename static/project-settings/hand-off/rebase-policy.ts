import type { EscalationPolicy } from '../../../src/contract';
import { draftOf, type PolicyDraft, type TypeDraft } from './policy-draft';

/**
 * A draft on top of what somebody else published: what the draft changed stays as drafted, all else
 * follows.
 *
 * @param base - what the draft began from
 */
export function rebasePolicy(
  draft: PolicyDraft,
  base: EscalationPolicy,
  now: EscalationPolicy,
): PolicyDraft {
  const [before, after] = [draftOf(base), draftOf(now)];
  const names = new Set(
    [after, draft].flatMap(({ requestTypes }) => requestTypes.map((each) => each.requestType)),
  );
  return {
    needsSecondPerson:
      draft.needsSecondPerson === before.needsSecondPerson
        ? after.needsSecondPerson
        : draft.needsSecondPerson,
    fallback: merged(draft.fallback, before.fallback, after.fallback),
    requestTypes: [...names].flatMap((requestType) => {
      const [mine, was, theirs] = [draft, before, after].map(
        (each) => each.requestTypes.find((type) => type.requestType === requestType)?.draft,
      );
      const rebased = rebasedType(mine, was, theirs);
      return rebased === undefined ? [] : [{ requestType, draft: rebased }];
    }),
  };
}

/** undefined: it has no policy of its own. */
function rebasedType(
  mine: TypeDraft | undefined,
  was: TypeDraft | undefined,
  theirs: TypeDraft | undefined,
): TypeDraft | undefined {
  if (was === undefined) return mine ?? theirs;
  if (mine === undefined) return undefined;
  if (theirs === undefined) return isSame(mine, was) ? undefined : mine;
  return merged(mine, was, theirs);
}

const merged = (mine: TypeDraft, was: TypeDraft, theirs: TypeDraft): TypeDraft => {
  const changed = Object.entries(mine).filter(
    ([part, value]) => !isSame(value, was[part as keyof TypeDraft]),
  );
  return { ...theirs, ...(Object.fromEntries(changed) as Partial<TypeDraft>) };
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
