import { countUsage, usageMeter } from '../../src/adapters/forge/usage-counter';
import { NOTHING, PRICES } from '../../src/adapters/forge/jira-prices';

const breath = () => new Promise((resolve) => setImmediate(resolve));

describe('what the app counts of itself', () => {
  it('keeps the figures of works that run at once apart', async () => {
    const work = (rounds: number) =>
      usageMeter.measure(async (used) => {
        for (let i = 0; i < rounds; i += 1) {
          countUsage.sqlStatements();
          countUsage.restRequest(1);
          await breath();
          countUsage.restPoints(10);
        }
        return used();
      });
    expect(await Promise.all([work(1), work(3)])).toEqual([
      { restRequests: 1, restPoints: 11, sqlStatements: 1 },
      { restRequests: 3, restPoints: 33, sqlStatements: 3 },
    ]);
  });

  it('counts nothing of what nobody measures', () => {
    expect(() => {
      countUsage.sqlStatements();
      countUsage.restRequest(1);
      countUsage.restPoints(1);
    }).not.toThrow();
  });

  it('prices an answer by its objects: issues and projects one point, users two', () => {
    expect(PRICES.issues({ issues: [1, 2, 3] })).toBe(3);
    expect(PRICES.changelogs({ issueChangeLogs: [1] })).toBe(1);
    expect(PRICES.projects({ values: [1, 2] })).toBe(2);
    expect(PRICES.users({ values: [1, 2] })).toBe(4);
    expect(PRICES.issues(null)).toBe(0);
    expect(PRICES.issues({ issues: 'many' })).toBe(0);
    expect(NOTHING({ issues: [1] })).toBe(0);
  });
});
