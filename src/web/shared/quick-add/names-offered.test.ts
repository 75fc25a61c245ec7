/** Which names are offered while one types. */
import { expect, test } from 'vitest';
import { namesOffered, taking } from './names-offered';

const NAMES = ['Core group', 'Members', 'Mailing list', 'Núcleo'];
const offered = (text: string, caret = text.length) =>
  namesOffered(text, caret, NAMES).map((one) => one.name);

test('names that begin with the words before the caret, accents or not', () => {
  expect(offered('Helvetas gives 2 days to the ma')).toEqual(['Mailing list']);
  expect(offered('the mailing l')).toEqual(['Mailing list']);
  expect(offered('dos del nuc')).toEqual(['Núcleo']);
});

test('none after one letter, none in the middle of a word, none for what is written out', () => {
  expect(offered('m')).toEqual([]);
  expect(offered('members', 3)).toEqual([]);
  expect(offered('members')).toEqual([]);
});

test('the one that is taken stands for what was typed, and the rest stays', () => {
  const text = 'the mai for nothing';
  const [offer] = namesOffered(text, 7, NAMES);
  if (offer === undefined) throw new Error('nothing was offered');
  expect(taking(text, offer)).toEqual({ text: 'the Mailing list for nothing', caret: 16 });
});
