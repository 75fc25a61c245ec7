import { afterEach, describe, expect, test } from 'vitest';
import { sayAmount, sayRate } from '#core/words/amounts';
import { sayWhen } from '#core/words/dates';
import { clearly, listed } from '#core/words/lists';
import { message, say } from '#core/words/message';
import { withThe, writingOf } from '#core/words/nouns';
import { inSpeech, type Speech, speakAs, speech } from '#core/words/speech';

const SPANISH: Speech = {
  language: 'es',
  sentences: {
    'test.gives': '{who} da {amount}.',
    'test.empty': '',
    'amount.per': '{amount}{per, select, month { al mes} other {}}',
    'amount.hours': '{n, plural, one {# hora} other {# horas}}',
    'amount.money': '{n, number} {currency}',
    'list.last': '{first}, y {last}',
  },
};

const GIVES = message('test.gives', '{who} gives {amount}.');
const EMPTY = message('test.empty', 'Nothing yet.');

afterEach(() => speakAs(() => undefined));

describe('the language of the moment', () => {
  test('is English unless a door says otherwise, and English again afterwards', () => {
    expect(speech().language).toBe('en');
    expect(inSpeech(SPANISH, () => GIVES({ who: 'Ana', amount: 'x' }).text)).toBe('Ana da x.');
    expect(GIVES({ who: 'Ana', amount: 'x' }).text).toBe('Ana gives x.');
    expect(() =>
      inSpeech(SPANISH, () => {
        throw new Error('in the middle');
      }),
    ).toThrow('in the middle');
    expect(speech().language).toBe('en');
  });

  test('what is put into a sentence is said in the same language, numbers in its manner', () => {
    const text = inSpeech(SPANISH, () => GIVES({ who: 'Ana', amount: sayRate(34.5, 'h') }).text);
    expect(text).toBe('Ana da 34,5 horas al mes.');
    expect(inSpeech(SPANISH, () => sayRate(15000, 'EUR', 'month'))).toBe('15.000 EUR al mes');
  });

  test('what has no translation, or an empty one, is said in English', () => {
    expect(inSpeech(SPANISH, () => EMPTY().text)).toBe('Nothing yet.');
    expect(inSpeech(SPANISH, () => say('test.not-there', 'For {n, number}.', { n: 1000 }))).toBe(
      'For 1,000.',
    );
    expect(inSpeech(SPANISH, () => sayAmount({ is: 'none', unit: 'h', per: 'month', text: '' }))).toBe(
      'nothing',
    );
  });

  test('a door may say it for all that follows', () => {
    speakAs(() => SPANISH);
    expect(GIVES({ who: 'Ana', amount: 'x' }).text).toBe('Ana da x.');
  });

  test('lists and dates go by the language', () => {
    const day = Date.UTC(2009, 9, 8) / 86_400_000;
    const when = { first: day, last: day, about: false, text: '2009-10-08' };
    expect(inSpeech(SPANISH, () => listed(['a', 'b', 'c']))).toBe('a, b y c');
    expect(inSpeech(SPANISH, () => clearly(['a y b', 'c']))).toBe('a y b, y c');
    expect(inSpeech(SPANISH, () => sayWhen(when))).toBe('8 de octubre de 2009');
    expect(sayWhen(when)).toBe('8 October 2009');
  });

  test('a name takes no English article', () => {
    const writing = writingOf(['The core group meets.']);
    expect(withThe('Core group', writing)).toBe('the core group');
    expect(inSpeech(SPANISH, () => withThe('Core group', writing))).toBe('Core group');
  });
});
