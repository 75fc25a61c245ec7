import { describe, expect, test } from 'vitest';
import { readSentence } from '#core/interview/read-sentence';

const short = (sentence: string, language?: string) => {
  const { means, who, howMany, what, towards, amount, form } = readSentence(sentence, language);
  return {
    means,
    who: who?.text ?? null,
    howMany,
    what: what?.text ?? null,
    towards: towards?.text ?? null,
    amount,
    form,
  };
};

describe('English', () => {
  test('Helvetas gives 2 days a month to the mailing list', () => {
    expect(short('Helvetas gives 2 days a month to the mailing list.')).toEqual({
      means: 'give',
      who: 'Helvetas',
      howMany: null,
      what: null,
      towards: 'mailing list',
      amount: '2 day of work/month',
      form: 'gift',
    });
  });

  test('members pay 20 euros a year', () => {
    expect(short('members pay 20 euros a year')).toEqual({
      means: 'give',
      who: 'members',
      howMany: null,
      what: null,
      towards: null,
      amount: '20 EUR/year',
      form: 'due',
    });
  });

  test('two of the core answer newcomers, about three hours a week, for nothing', () => {
    expect(short('two of the core answer newcomers, about three hours a week, for nothing')).toEqual({
      means: 'work',
      who: 'core',
      howMany: 2,
      what: 'newcomers',
      towards: null,
      amount: 'about 3 h/week',
      form: 'gift',
    });
  });

  test('nobody knows what the wiki costs', () => {
    expect(short('nobody knows what the wiki costs')).toEqual({
      means: 'unknown-cost',
      who: null,
      howMany: null,
      what: 'wiki',
      towards: null,
      amount: null,
      form: null,
    });
  });

  test('the town lets us use the hall', () => {
    expect(short('the town lets us use the hall')).toEqual({
      means: 'lend',
      who: 'town',
      howMany: null,
      what: 'hall',
      towards: null,
      amount: null,
      form: 'in-kind',
    });
  });

  test.each([
    ['The library puts in €1500 a year', '1500 EUR/year'],
    ['Ana gives 2 to 4 hours each week to upkeep', '2..4 h/week'],
    ['the bakery brings 5 kilos once', '5 kg once'],
    ['some of us give some hours a month', 'some h/month'],
    ['the printer costs 30 pounds per quarter', '30 GBP/quarter'],
  ])('%s', (sentence, amount) => {
    expect(readSentence(sentence, 'en').amount).toBe(amount);
  });

  test('what is not understood is left over whole, as a note', () => {
    expect(readSentence('Thursdays are lovely', 'en')).toMatchObject({
      means: null,
      left: 'Thursdays are lovely',
    });
  });
});

describe('the same in other languages', () => {
  test.each([
    [
      'es',
      'Helvetas da 2 días al mes a la lista de correo',
      'Helvetas',
      'lista de correo',
      '2 day of work/month',
    ],
    ['fr', 'Helvetas donne 2 jours par mois à la liste', 'Helvetas', 'liste', '2 day of work/month'],
    ['nl', 'Helvetas geeft 2 dagen per maand aan de lijst', 'Helvetas', 'lijst', '2 day of work/month'],
  ])('%s: %s', (language, sentence, who, towards, amount) => {
    expect(short(sentence)).toMatchObject({ means: 'give', who, towards, amount });
    expect(readSentence(sentence).language).toBe(language);
  });

  test.each([
    ['es', 'los miembros pagan 20 euros al año', 'miembros', '20 EUR/year', 'due'],
    ['fr', 'les membres paient 20 euros par an', 'membres', '20 EUR/year', 'due'],
    ['nl', 'de leden betalen 20 euro per jaar', 'leden', '20 EUR/year', 'due'],
    [
      'es',
      'dos del núcleo responden a los nuevos, unas tres horas por semana, gratis',
      'núcleo',
      'about 3 h/week',
      'gift',
    ],
    [
      'fr',
      'deux du noyau accueillent les nouveaux, environ trois heures par semaine, pour rien',
      'noyau',
      'about 3 h/week',
      'gift',
    ],
    [
      'nl',
      'twee van de kern beantwoorden nieuwkomers, ongeveer drie uur per week, voor niets',
      'kern',
      'about 3 h/week',
      'gift',
    ],
  ])('%s: %s', (language, sentence, who, amount, form) => {
    expect(short(sentence, language)).toMatchObject({ who, amount, form });
  });

  test.each([
    ['es', 'nadie sabe cuánto cuesta la wiki', 'unknown-cost', 'wiki'],
    ['fr', 'personne ne sait combien coûte le wiki', 'unknown-cost', 'wiki'],
    ['nl', 'niemand weet wat de wiki kost', 'unknown-cost', 'wiki'],
    ['es', 'el ayuntamiento nos deja usar la sala', 'lend', 'sala'],
    ['fr', 'la mairie nous laisse utiliser la salle', 'lend', 'salle'],
  ])('%s: %s', (language, sentence, means, what) => {
    expect(short(sentence, language)).toMatchObject({ means, what });
  });
});
