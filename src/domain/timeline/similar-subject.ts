const MAX_TOKENS = 32;
const MIN_JACCARD = 0.5;

/**
 * The words of a summary that are compared (rule book, section 4, "Similar subject"): NFKC, lower
 * case, split at whatever is neither letter nor digit, two characters or more, the first 32 distinct.
 * They are text: hash them before they are kept.
 */
export function subjectTokens(summary: string): readonly string[] {
  const words = summary
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /^.{2,}$/su.test(word));
  return [...new Set(words)].slice(0, MAX_TOKENS);
}

/** Both non-empty, and the Jaccard index of the sets at least 0.5. */
export function isSimilarSubject(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  if (left.size === 0 || right.size === 0) return false;
  let shared = 0;
  for (const token of left) if (right.has(token)) shared += 1;
  return shared / (left.size + right.size - shared) >= MIN_JACCARD;
}
