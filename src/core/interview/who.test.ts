/** Who somebody is, who holds the keys, and what is no fact at all: in four languages, expected by hand. */
import { describe, expect, test } from 'vitest';
import { applyOperations } from '#core/file/operations';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Known } from '#core/interview/names';
import { type Expects, readAnswer } from '#core/interview/read-answer';
import { writeAnswers } from '#core/interview/write-answers';

const NOTHING = (language: string): Known => ({ things: [], kinds: [], languages: [language] });

/** Those who give: `Maria person`. */
const givers = (language: string, sentence: string) =>
  readAnswer(sentence, 'anything', NOTHING(language)).map((answer) =>
    answer.sort === 'stream' ? `${answer.from.text} ${answer.from.as}` : answer.sort,
  );

describe('who it is', () => {
  test.each([
    ['en', 'maria helps members', ['Maria person']],
    ['en', 'ann and bob cook', ['Ann person', 'Bob person']],
    ['en', 'Ann, Bob and Tom cook soup, 2 hours a week each', ['Ann person', 'Bob person', 'Tom person']],
    // Who of them gives how much of the three hours was not said.
    ['en', 'ann and bob cook soup, 3 hours a week', ['Ann and Bob circle']],
    ['en', 'Bread and Roses gives 20 euros', ['Bread and Roses organisation']],
    ['en', 'members and volunteers clean the hall', ['Members circle', 'Volunteers circle']],
    ['en', 'james fixes bikes', ['James person']],
    ['en', 'james fix bikes', ['James person']],
    [
      'en',
      'thomas, ruth and the neighbours build the stage',
      ['Thomas person', 'Ruth person', 'Neighbours circle'],
    ],
    ['en', 'the lottery fund granted 2000 euros', ['Lottery fund organisation']],
    ['en', 'two foundations fund the newsletter', ['Foundations public']],
    ['en', 'everybody brings something to eat', ['Everybody public']],
    ['en', 'students helps with homework', ['Students circle']],
    ['en', 'Neighbours help in the garden', ['Neighbours circle']],
    ['en', 'the treasurer makes the books, two hours by month', ['Treasurer person']],
    ['en', 'my husband makes the website', ['Husband person']],
    ['en', 'the knitting group gives 50 euros a year', ['Knitting group circle']],
    ['en', 'bike shop gives old parts', ['Bike shop organisation']],
    ['en', 'town gives 300 euros a year', ['Town organisation']],
    ['en', 'maria she bring every week bread to the soup kitchen', ['Maria person']],
    ['en', 'maria also helps members', ['Maria person']],
    // Small letters make nobody a person who was none in capitals: bodies outside are written so, too.
    ['en', 'helvetas gives 2 days a month to the mailing list', ['Helvetas organisation']],
    ['en', 'google gives 100 dollars a month', ['Google organisation']],
    ['en', 'ning hosts our platform', ['Ning organisation']],
    ['en', 'maria spends 3 hours a week on the newsletter', ['Maria person']],
    ['en', 'Maria Lopez organises the meetings', ['Maria Lopez person']],
    ['en', 'the library gives 3 hours a week to repairs', ['Library organisation']],
    ['es', 'maría ayuda a los nuevos', ['María person']],
    ['es', 'ana y pedro cocinan', ['Ana person', 'Pedro person']],
    ['es', 'lucas arregla bicicletas', ['Lucas person']],
    ['es', 'los vecinos arreglan bicicletas', ['Vecinos circle']],
    ['es', 'el tesorero lleva las cuentas', ['Tesorero person']],
    ['fr', 'marie aide les nouveaux', ['Marie person']],
    ['fr', 'anne et paul cuisinent', ['Anne person', 'Paul person']],
    ['fr', 'lucas répare des vélos', ['Lucas person']],
    ['fr', 'les voisins réparent des vélos', ['Voisins circle']],
    ['fr', 'la trésorière tient les comptes', ['Trésorière person']],
    ['nl', 'maria helpt de leden', ['Maria person']],
    ['nl', 'anna en piet koken', ['Anna person', 'Piet person']],
    ['nl', 'klaas repareert fietsen', ['Klaas person']],
    ['nl', 'de buren repareren fietsen', ['Buren circle']],
    ['nl', 'de buren brengen soms taart', ['Buren circle']],
  ])('%s: %s', (language, sentence, expected) => {
    expect(givers(language, sentence)).toEqual(expected);
  });

  test('in a list too: a name in small letters is a person, several are a circle', () => {
    const told = readAnswer('maria, tom, volunteers, core group and 5 helpers', 'inside', NOTHING('en'));
    expect(told.map((one) => (one.sort === 'party' ? `${one.name} ${one.as}` : one.sort))).toEqual([
      'Maria person',
      'Tom person',
      'Volunteers circle',
      'Core group circle',
      'Helpers circle',
    ]);
  });

  test('what a bill is paid for is what is paid, and never comes back to the purse', () => {
    const to = (language: string, sentence: string) =>
      readAnswer(sentence, 'anything', NOTHING(language)).map((one) =>
        one.sort === 'stream' ? `${one.from.text} > ${one.to.text}` : one.sort,
      );
    expect(to('en', 'members pay a fee of 20 euros a year')).toEqual(['Members > Common purse']);
    expect(to('es', 'pagamos el alquiler, 300 euros al mes')).toEqual(['Fondo común > Alquiler']);
    expect(to('fr', 'nous payons le loyer, 300 euros par mois')).toEqual(['Caisse commune > Loyer']);
    expect(to('nl', 'wij betalen de huur, 300 euro per maand')).toEqual(['Gezamenlijke kas > Huur']);
  });
});

describe('who holds the keys', () => {
  const read = (language: string, expects: Expects, sentence: string) =>
    readAnswer(sentence, expects, NOTHING(language)).map((one) =>
      one.sort === 'tool' ? `${one.name}: ${one.keys}` : one.sort,
    );

  test.each([
    ['en', 'Only Tom knows the password of the server', ['Server: Tom']],
    ['en', 'ahmed has the key of the cellar', ['Cellar: Ahmed']],
    ['en', 'Maria has the password', ['note']],
    ['en', 'only tom knows how the heating works', ['note']],
    ['es', 'Solo Tomás sabe la contraseña del servidor', ['Servidor: Tomás']],
    ['es', 'María tiene la contraseña', ['note']],
    ['fr', 'Seul Thomas connaît le mot de passe du serveur', ['Serveur: Thomas']],
    ['fr', 'Marie a le mot de passe', ['note']],
    ['nl', 'Alleen Tom weet het wachtwoord van de server', ['Server: Tom']],
    ['nl', 'Maria heeft het wachtwoord', ['note']],
  ])('%s: %s', (language, sentence, expected) => {
    expect(read(language, 'anything', sentence)).toEqual(expected);
    expect(read(language, 'tools', sentence)).toEqual(expected);
  });

  test('two who hold them are two in the file', () => {
    const start = 'potluck: 1\nid: ours\nname: Ours\n';
    const told = readAnswer('Maria and Tom have the keys of the hall', 'anything', NOTHING('en'));
    const applied = applyOperations(start, writeAnswers(told, NOTHING('en')).operations);
    if (!applied.ok) throw new Error(applied.refusals[0]?.message.text);
    const { community } = resolve(parse(applied.text));
    expect(community?.tools[0]).toMatchObject({ name: 'Hall', keys: ['maria', 'tom'] });
  });

  test('more than keys was said: the words are kept beside it', () => {
    expect(read('en', 'anything', 'Tom has the keys of the hall since 2019')).toEqual(['Hall: Tom', 'note']);
  });
});

describe('what is not so, or not yet, or told of nobody by name, is kept in its words', () => {
  test.each([
    ['en', 'members do not pay 20 euros a year'],
    ['en', 'the town gives no money'],
    ['en', 'the bank will give 500 euros next year'],
    ['en', 'She cooks soup 2 hours a week'],
    ['en', 'I clean the hall every Friday'],
    ['en', 'someone pays 20 euros a month'],
    ['en', 'It costs 40 euros a month'],
    ['en', 'The library is open every day'],
    ['en', 'between 8 and 10 people help each time'],
    ['en', 'the shop sells 10 bags per week'],
    ['en', 'we sell cakes for 60 euros a month'],
    ['en', 'we have a wiki but nobody writes in it'],
    ['en', 'since the flood nobody cleans the cellar'],
    ['es', 'el ayuntamiento no nos paga nada'],
    ['es', 'el ayuntamiento va a dar 500 euros'],
    ['es', 'yo limpio la sala cada viernes'],
    ['fr', 'la mairie ne paie pas la salle'],
    ['fr', 'la mairie va donner 500 euros'],
    ['fr', 'je nettoie la salle chaque vendredi'],
    ['nl', 'de gemeente betaalt de zaal niet'],
    ['nl', 'sinds 2015 leent de parochie ons de zaal'],
    ['nl', 'de gemeente zal 500 euro geven'],
    ['nl', 'ik maak elke vrijdag de zaal schoon'],
  ])('%s: %s', (language, sentence) => {
    expect(readAnswer(sentence, 'anything', NOTHING(language))).toEqual([{ sort: 'note', text: sentence }]);
  });
});
