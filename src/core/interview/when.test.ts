/** When it holds: dates become the time of the fact and never stay in a name; what is no date stays in the words. Expected by hand. */
import { describe, expect, test } from 'vitest';
import { applyOperations } from '#core/file/operations';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Answer } from '#core/interview/answer';
import type { Known } from '#core/interview/names';
import { readAnswer } from '#core/interview/read-answer';
import { spelled } from '#core/interview/spoken-amount';
import { writeAnswers } from '#core/interview/write-answers';

const NOTHING = (language: string): Known => ({ things: [], kinds: [], languages: [language] });

/** `Helvetas > Common purse: 200 EUR/year, 2019 – 2027`; a name of its own before it. */
function line(answer: Answer): string {
  const time =
    'since' in answer || 'until' in answer ? `, ${answer.since ?? ''} – ${answer.until ?? ''}` : '';
  switch (answer.sort) {
    case 'stream': {
      const name = answer.name === null ? '' : `${answer.name}: `;
      return `${name}${answer.from.text} > ${answer.to.text}: ${spelled(answer.amount)}${time}`;
    }
    case 'need':
      return `${answer.activity} takes ${spelled(answer.amount)}${time}`;
    case 'activity':
      return `${answer.name} ${answer.rhythm ?? '?'}${time}`;
    case 'party':
    case 'tool':
      return `${answer.name}${time}`;
    default:
      return answer.sort;
  }
}

const read = (language: string, sentence: string) =>
  readAnswer(sentence, 'anything', NOTHING(language)).map(line);

describe('dates', () => {
  test.each([
    ['en', 'Helvetas gives 200 euros a year until 2027', 'Helvetas > Common purse: 200 EUR/year,  – 2027'],
    ['en', 'Helvetas gives 200 euros a year since 2019', 'Helvetas > Common purse: 200 EUR/year, 2019 – '],
    [
      'en',
      'from 2020 to 2023 the town gave 500 euros a year',
      'Town > Common purse: 500 EUR/year, 2020 – 2023',
    ],
    ['en', 'Members pay 20 euros a year since March 2021', 'Members > Common purse: 20 EUR/year, 2021-03 – '],
    [
      'en',
      'the town pays 300 euros a month until the end of 2026',
      'Town > Common purse: 300 EUR/month,  – 2026',
    ],
    ['en', 'since summer 2020 maria runs the cafe', 'Maria > Runs the cafe: unknown h/month, about 2020 – '],
    [
      'en',
      'from 2022 the canton pays 5000 francs each year',
      'Canton > Common purse: 5000 CHF/year, 2022 – ',
    ],
    ['en', 'in 2019 the town gave us 500 euros', 'Town > Common purse: 500 EUR, 2019 – 2019'],
    ['en', 'a foundation paid 3000 euros in 2023 for the roof', 'Foundation > Roof: 3000 EUR, 2023 – 2023'],
    [
      'en',
      'Tom cleans the hall from 1 May 2022 to 31/12/2024',
      'Tom > Cleans the hall: unknown h/month, 2022-05-01 – 2024-12-31',
    ],
    ['en', 'from january 2025 on the rent costs 200 euros per month', 'Rent takes 200 EUR/month, 2025-01 – '],
    ['es', 'Helvetas da 200 euros al año hasta 2027', 'Helvetas > Fondo común: 200 EUR/year,  – 2027'],
    [
      'es',
      'de 2020 a 2023 el ayuntamiento dio 500 euros al año',
      'Ayuntamiento > Fondo común: 500 EUR/year, 2020 – 2023',
    ],
    [
      'es',
      'los socios pagan 20 euros al año desde marzo de 2021',
      'Socios > Fondo común: 20 EUR/year, 2021-03 – ',
    ],
    ['es', 'desde el año 2015 Ana dedica 2 horas por semana a la huerta', 'Ana > Huerta: 2 h/week, 2015 – '],
    [
      'fr',
      "Helvetas donne 200 euros par an jusqu'en 2027",
      'Helvetas > Caisse commune: 200 EUR/year,  – 2027',
    ],
    [
      'fr',
      'de 2020 à 2023 la mairie a donné 500 euros par an',
      'Mairie > Caisse commune: 500 EUR/year, 2020 – 2023',
    ],
    [
      'fr',
      'les membres paient 20 euros par an depuis mars 2021',
      'Membres > Caisse commune: 20 EUR/year, 2021-03 – ',
    ],
    ['fr', 'la salle coûte 90 euros par mois depuis janvier 2024', 'Salle takes 90 EUR/month, 2024-01 – '],
    ['nl', 'Helvetas geeft 200 euro per jaar tot 2027', 'Helvetas > Gezamenlijke kas: 200 EUR/year,  – 2027'],
    [
      'nl',
      'de gemeente gaf 500 euro per jaar van 2020 tot 2023',
      'Gemeente > Gezamenlijke kas: 500 EUR/year, 2020 – 2023',
    ],
    [
      'nl',
      'de leden betalen 20 euro per jaar sinds maart 2021',
      'Leden > Gezamenlijke kas: 20 EUR/year, 2021-03 – ',
    ],
    ['nl', 'de zaal kost 90 euro per maand sinds januari 2024', 'Zaal takes 90 EUR/month, 2024-01 – '],
  ])('%s: %s', (language, sentence, expected) => {
    expect(read(language, sentence)).toEqual([expected]);
  });

  test.each([
    ['en', 'Helvetas gives 200 euros a year until summer', 'Helvetas > Common purse: 200 EUR/year'],
    ['en', 'Rosa organise the feast since ten years', 'Rosa > Organise the feast: unknown h/month'],
    [
      'es',
      'mi hermana hace la página web desde hace tres años',
      'Hermana > Hace la página web: unknown h/month',
    ],
    ['fr', 'ma soeur fait le site depuis trois ans', 'Soeur > Fait le site: unknown h/month'],
    ['nl', 'mijn zus maakt de website al drie jaar', 'Zus > Maakt de website: unknown h/month'],
  ])('%s: what is no date goes into no name, and stays in the words: %s', (language, sentence, expected) => {
    const answers = readAnswer(sentence, 'anything', NOTHING(language));
    expect(answers.map(line)).toEqual([expected]);
    expect(answers[0]).toMatchObject({ sentence });
  });

  test.each(['from 2000 to 2500 euros', 'about 2019 euros'])('a number of euros is no year: %s', (much) => {
    const [answer] = readAnswer(`Helvetas gives ${much} a year`, 'anything', NOTHING('en'));
    expect(answer).not.toHaveProperty('since');
    expect(answer).not.toHaveProperty('until');
  });

  test('the file holds it, and can be read', () => {
    const start = 'potluck: 1\nid: ours\nname: Ours\n';
    const told = readAnswer('Helvetas gives 200 euros a year from 2020 to 2023', 'anything', NOTHING('en'));
    const applied = applyOperations(start, writeAnswers(told, NOTHING('en')).operations);
    if (!applied.ok) throw new Error(applied.refusals[0]?.message.text);
    const { community, problems } = resolve(parse(applied.text));
    expect(problems.filter((one) => one.severity === 'error')).toEqual([]);
    expect(community?.flows[0]).toMatchObject({ since: { text: '2020' }, until: { text: '2023' } });
  });

  test('a date that is none is left out of the file', () => {
    const told = readAnswer('Helvetas gives 200 euros a year until 2027', 'anything', NOTHING('en'));
    const [answer] = told.map((one) => ({ ...one, until: 'soon' }) as Answer);
    const { operations } = writeAnswers(answer === undefined ? [] : [answer], NOTHING('en'));
    expect(JSON.stringify(operations)).not.toContain('soon');
  });
});

describe('how often, where no period of the file says it: no wrong amount, the words are kept', () => {
  test.each([
    ['en', 'Ana gives 2 hours every second Saturday'],
    ['en', 'Tom cleans the hall twice a week, 2 hours'],
    ['en', 'members pay 5 euros three times a year'],
    ['es', 'Ana cocina dos veces por semana, 3 horas'],
    ['es', 'Ana dedica 2 horas cada dos semanas a la huerta'],
    ['fr', 'Ana cuisine deux fois par semaine, 3 heures'],
    ['fr', 'Ana consacre 2 heures une semaine sur deux au jardin'],
    ['nl', 'Ana kookt twee keer per week, 3 uur'],
    ['nl', 'Ana besteedt om de twee weken 2 uur aan de tuin'],
  ])('%s: %s', (language, sentence) => {
    expect(readAnswer(sentence, 'anything', NOTHING(language))).toEqual([{ sort: 'note', text: sentence }]);
  });
});
