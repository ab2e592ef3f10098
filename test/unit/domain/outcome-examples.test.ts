import { readFileSync } from 'node:fs';

import { isoTimeSchema, timelineSchema } from '../../../src/adapters/timeline/timeline-schema';
import { classifyTimeline } from '../../../src/domain/outcome/classify';
import { DEFAULT_DEFINITION } from '../../../src/domain/outcome/definition';
import { createRepeatContactTest } from '../../../src/domain/outcome/repeat-contact';
import { describeWith } from '../../support/shared';

interface Example {
  readonly name: string;
  readonly asOf: string;
  readonly timelines: readonly unknown[];
  readonly expected: Readonly<Record<string, readonly unknown[]>>;
}

describeWith(
  ['design', 'outcome-examples.jsonl'],
  'the worked examples of the rule book',
  (file) => {
    const examples = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Example);

    it('are 33', () => {
      expect(examples).toHaveLength(33);
    });

    it.each(examples.map((example) => [example.name, example] as const))('%s', (_name, example) => {
      const asOf = isoTimeSchema.parse(example.asOf);
      const timelines = example.timelines.map((timeline) => timelineSchema.parse(timeline));
      const contacts = timelines.map((timeline) => ({ ...timeline, ticketId: timeline.id }));
      const hasRepeatContact = createRepeatContactTest(contacts, {
        definition: DEFAULT_DEFINITION,
        asOf,
      });
      const judged = Object.fromEntries(
        timelines.map((timeline) => [
          timeline.id,
          classifyTimeline(timeline, {
            definition: DEFAULT_DEFINITION,
            asOf,
            hasRepeatContact,
            profile: { timeZone: 'UTC', calendar: null, pausedStatuses: null },
          }).map(({ outcome, rule, firstContact, evidence, reason }) => ({
            outcome,
            rule,
            firstContact,
            evidence,
            reason,
          })),
        ]),
      );
      expect(judged).toEqual(example.expected);
    });
  },
);
