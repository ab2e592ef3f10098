import { RATE_CATALOGUE, TIME_CATALOGUE } from '../../../../src/contract/catalogue';
import { createTexts } from '../../../../static/shared/texts/create-texts';
import { textLocaleFor } from '../../../../static/shared/texts/text-locale';
import { textsFor, translateFrom } from '../text-builder';

const english = textsFor('en-GB');
const german = textsFor('de-DE');

describe('a text', () => {
  it('is filled with its values, numbers as the viewer writes them', () => {
    const values = { share: '5%', numerator: 1_234, denominator: 20_000 };
    expect(english('queue.unknownActors', values)).toContain('(1,234 of 20,000)');
    expect(german('queue.unknownActors', values)).toContain('(1.234 von 20.000)');
    // Austria reads the German texts, and groups thousands with a space.
    expect(textsFor('de-AT')('queue.unknownActors', values)).toMatch(/\(1\s234 von 20\s000\)/);
  });

  it('puts values in as they are, whatever they look like', () => {
    expect(english('ticket.quoted', { reason: '$& {reason}' })).toBe('Reason given: “$& {reason}”');
  });

  it('without a value that it needs is a bug', () => {
    expect(() => english('ticket.left')).toThrow("'ticket.left' needs a value for {remaining}");
    expect(() => english('ticket.left', { reason: 'x' })).toThrow('{remaining}');
  });
});

describe('a plural', () => {
  it.each([
    [0, '0 episodes', '0 Episoden'],
    [1, '1 episode', '1 Episode'],
    [1_200, '1,200 episodes', '1.200 Episoden'],
  ])('of %d agrees with its number', (count, inEnglish, inGerman) => {
    expect(english.plural('ticket.episodes', count)).toBe(inEnglish);
    expect(german.plural('ticket.episodes', count)).toBe(inGerman);
  });

  it('of a language that lacks a form takes the general one', () => {
    const t = createTexts({
      translate: translateFrom({ ticket: { episodes: { other: '{count} in all' } } }),
      language: 'en-US',
      locale: 'en-US',
    });
    expect(t.plural('ticket.episodes', 1)).toBe('1 in all');
  });
});

describe('a KPI', () => {
  it("is called in English what the domain's catalogue calls it", () => {
    expect(english.kpiTitle('aiResolution')).toBe(RATE_CATALOGUE.aiResolution.title);
    expect(english.kpiDefinition('business')).toBe(TIME_CATALOGUE.business.definition);
  });

  it('has a German name and definition', () => {
    expect(german.kpiTitle('aiResolution')).toBe('KI-Lösung');
    expect(german.kpiDefinition('active')).toMatch(/^Lösungszeit ohne/);
  });
});

describe('textLocaleFor', () => {
  it.each([
    ['en-GB', 'en-US'],
    ['de', 'de-DE'],
    ['de-AT', 'de-DE'],
    ['DE-ch', 'de-DE'],
    ['fr-FR', 'en-US'],
    ['', 'en-US'],
  ])('reads %s in %s', (locale, language) => {
    expect(textLocaleFor(locale)).toBe(language);
  });
});
