import { source } from 'axe-core';
import type { Frame } from 'playwright-core';

import { runIn } from '../../sandbox/browser/panel-frame';

/** WCAG 2.0 to 2.2, levels A and AA, and what axe holds for good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly {
    readonly target: readonly unknown[];
    readonly failureSummary: string;
  }[];
}

/**
 * What is wrong with a panel for people who cannot see or point, one text a place; empty when
 * nothing is. Runs within the panel's frame, whose policy binds the panel and not this test.
 *
 * @param within - a selector, for a part of the frame; frames in it are not looked into
 */
export async function axeProblems(frame: Frame, within = 'html'): Promise<readonly string[]> {
  await runIn(frame, `typeof axe === 'undefined' && (() => { ${source} })()`);
  const options = {
    runOnly: { type: 'tag', values: TAGS },
    resultTypes: ['violations'],
    iframes: false,
  };
  const violations = await runIn<readonly Violation[]>(
    frame,
    `axe.run(${JSON.stringify(within)}, ${JSON.stringify(options)}).then((result) => result.violations)`,
  );
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const reason = failureSummary.split('\n').slice(1).join('; ').replace(/\s+/g, ' ');
      return `${id} (${impact ?? 'unrated'}) ${target.join(' ')}: ${help}. ${reason}`;
    }),
  );
}
