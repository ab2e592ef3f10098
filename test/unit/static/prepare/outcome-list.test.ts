import { OUTCOMES } from '../../../../src/contract/catalogue';
import { outcomeLook } from '../../../../static/shared/prepare/outcome-look';
import {
  prepareOutcomeList,
  prepareProvisional,
} from '../../../../static/shared/prepare/outcome-list';
import { FORMATS, GERMAN, aDesk, aScore, outcomes } from '../builders';

describe('outcomeLook', () => {
  it('follows the design language and never leaves the word out', () => {
    expect(
      OUTCOMES.map((outcome) => [outcome, outcomeLook(outcome, FORMATS.t).appearance]),
    ).toEqual([
      ['ai-resolved', 'success'],
      ['pending', 'success'],
      ['escalated', 'inprogress'],
      ['reversed', 'removed'],
      ['ambiguous', 'moved'],
      ['abandoned', 'moved'],
      ['without-ai', 'default'],
      ['excluded', 'default'],
      ['open', 'new'],
    ]);
    expect(OUTCOMES.filter((outcome) => outcomeLook(outcome, FORMATS.t).isOutlined)).toEqual([
      'pending',
    ]);
    expect(new Set(OUTCOMES.map((outcome) => outcomeLook(outcome, FORMATS.t).label)).size).toBe(9);
  });
});

describe('prepareOutcomeList', () => {
  it('lists every outcome with its share of all episodes', () => {
    const score = aScore({ episodes: 8, outcomes: outcomes({ 'without-ai': 6, escalated: 2 }) });
    const rows = prepareOutcomeList(aDesk({ score }), FORMATS);
    expect(rows).toHaveLength(9);
    expect(rows.find(({ lozenge }) => lozenge.label === 'Human-resolved')).toMatchObject({
      count: '6',
      share: '75%',
      shareOfAll: 0.75,
      isZero: false,
    });
    expect(rows.find(({ lozenge }) => lozenge.label === 'Reversed')).toMatchObject({
      count: '0',
      share: '0%',
      isZero: true,
    });
  });

  it('divides nothing by nothing', () => {
    const rows = prepareOutcomeList(aDesk({ score: aScore({ episodes: 0 }) }), FORMATS);
    expect(rows.every(({ shareOfAll }) => shareOfAll === 0)).toBe(true);
  });
});

describe('prepareProvisional', () => {
  it('counts what is not mature, by outcome, and says when the first one will be', () => {
    const provisional = outcomes({ pending: 2, escalated: 1, 'without-ai': 4 });
    const desk = aDesk({ score: aScore({ provisional }), nextMaturesAt: '2026-03-12T09:00:00Z' });
    expect(prepareProvisional(desk, FORMATS)).toBe(
      '7 decided tickets are not mature yet: 2 pending, 1 escalated, 4 human-resolved. They are in no rate. The first AI resolution matures on 12 Mar 2026.',
    );
  });

  it('speaks of one ticket in the singular, in German, too', () => {
    const desk = aDesk({ score: aScore({ provisional: outcomes({ reversed: 1 }) }) });
    expect(prepareProvisional(desk, GERMAN)).toBe(
      '1 entschiedenes Ticket ist noch nicht gereift: 1 Rückläufer. Es steckt in keiner Quote.',
    );
    expect(prepareProvisional(desk, FORMATS)).toBe(
      '1 decided ticket is not mature yet: 1 reversed. It is in no rate.',
    );
  });

  it('is silent when every decided ticket is mature', () => {
    expect(prepareProvisional(aDesk(), FORMATS)).toBeNull();
  });
});
