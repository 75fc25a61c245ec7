/** What people really write: several facts in one breath, "dunno", questions, another language; with what it means by hand. */
import { expect, test } from 'vitest';
import type { Answer } from '#core/interview/answer';
import type { Known } from '#core/interview/names';
import { type Expects, readAnswer } from '#core/interview/read-answer';
import { spelled } from '#core/interview/spoken-amount';

const party = { section: 'parties', inside: true, kind: null };
const known: Known = {
  things: [
    { ...party, id: 'helpers', name: 'Helpers', circle: 'active' },
    { id: 'morning', name: 'Repair morning', section: 'activities', inside: false, kind: null },
  ],
  kinds: [],
  languages: ['en'],
};

function line(answer: Answer): string {
  switch (answer.sort) {
    case 'stream':
      return `${answer.from.text} > ${answer.to.text}: ${answer.kind ?? 'no kind'} ${spelled(answer.amount)}`;
    case 'need':
      return `${answer.activity} takes ${spelled(answer.amount)}`;
    case 'party':
    case 'activity':
    case 'tool':
      return answer.name;
    case 'pool':
      return `${answer.name} ${answer.stock ?? '?'}`;
    case 'free':
      return `${answer.activity} free for ${answer.forWhom.join(', ')}`;
    case 'influence':
      return `${answer.from} ${answer.sign} ${answer.to}`;
    default:
      return `${answer.sort}: ${answer.text}`;
  }
}

const CASES: readonly (readonly [expects: Expects, text: string, reads: readonly string[]])[] = [
  [
    'outside',
    'the parish lends us the hall, the town gives a grant of 1200 euros every year',
    ['Parish > Helpers: things unknown thing', 'Town > Common purse: eur 1200 EUR/year'],
  ],
  [
    'brings',
    'joost gives about 4 hours a week, anke does the money 2 hours a month and the town pays 1200 euro',
    [
      'Joost > Repair morning: hours about 4 h/week',
      'Anke > Does the money: hours 2 h/month',
      'Town > Common purse: eur 1200 EUR',
    ],
  ],
  [
    'feeds',
    'more visitors bring more helpers and more noise tires the neighbours',
    ['Visitors + Helpers', 'Noise - Neighbours'],
  ],
  [
    'brings',
    'Joost keeps the books and mends bikes',
    ['Joost > Keeps the books and mends bikes: hours unknown h/month'],
  ],
  [
    'brings',
    'Anna gives 2 hours a week and she also pays 5 euros',
    ['Anna > Repair morning: hours 2 h/week', 'Anna > Common purse: eur 5 EUR'],
  ],
  ['brings', 'the bike shop gives old parts. dunno how much', ['Bike shop > Repair morning: things unknown']],
  [
    'brings',
    'the bike shop gives old parts, no idea how much',
    ['Bike shop > Repair morning: things unknown'],
  ],
  ['inside', 'dunno', ['note: dunno']],
  ['takes', 'coffee: dunno', ['Coffee takes unknown']],
  ['takes', 'the repair morning takes 6 people for 3 hours', ['Repair morning takes 18 h']],
  [
    'takes',
    'the repair morning takes 2 helpers about 90 minutes a week and a hall',
    ['Repair morning takes about 3 h/week', 'Repair morning takes unknown thing'],
  ],
  ['brings', 'de gemeente geeft ons 300 euro per jaar', ['Gemeente > Common purse: eur 300 EUR/year']],
  [
    'inside',
    '14 helpers, anke and joost run it, some mechanics',
    ['Helpers', 'Anke', 'Joost', 'Mechanics', 'note: 14 helpers, anke and joost run it, some mechanics'],
  ],
  ['inside', 'those who cook the soup, about 40 visitors each time', ['Those who cook the soup', 'Visitors']],
  [
    'doing',
    'fixing bikes, teaching how to fix, coffee, and lending the van',
    ['Fixing bikes', 'Teaching how to fix', 'Coffee', 'Lending the van'],
  ],
  ['doing', 'every second saturday 10 to 13h', ['note: every second saturday 10 to 13h']],
  ['free', 'repairs are free for everyone', ['Repairs free for Anyone']],
  ['pools', 'a kitty with 350 euro in it', ['Kitty 350 EUR']],
  ['tools', 'a wiki. who has the password?', ['Wiki', 'note: who has the password?']],
  ['feeds', 'more visitors make the mechanics tired', ['note: more visitors make the mechanics tired']],
  ['unknown', 'who pays the heating of the hall', ['note: who pays the heating of the hall']],
];

test.each(CASES)('%s: %s', (expects, text, reads) => {
  expect(readAnswer(text, expects, known).map(line)).toEqual(reads);
});

test.each([
  ['es', 'el ayuntamiento da 300 euros al año y la parroquia nos deja usar la sala', 2],
  ['fr', 'la mairie donne 300 euros par an et la paroisse prête la salle', 2],
  ['nl', 'de gemeente geeft 300 euro per jaar en de parochie geeft ons stoelen', 2],
])('in %s two facts in one breath are two', (language, text, count) => {
  const answers = readAnswer(text, 'brings', { ...known, languages: [language] });
  expect(answers.map((answer) => answer.sort)).toEqual(Array(count).fill('stream'));
});
