import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import '#core/index';
import { message, templates } from '#core/words/message';
import { inSpeech } from '#core/words/speech';

describe('messages', () => {
  test('plural and select are said in English', () => {
    const said = message('test.hours', '{count, plural, one {# hour} other {# hours}} for {who}.');
    expect(said({ count: 1, who: 'the list' }).text).toBe('1 hour for the list.');
    expect(said({ count: 1200, who: 'us' })).toEqual({
      id: 'test.hours',
      params: { count: 1200, who: 'us' },
      text: '1,200 hours for us.',
    });
  });

  test('a sentence is made when it is read, in the language in which it was said', () => {
    let asked = 0;
    const said = message('test.later', '{n, number} for {who}.');
    const spanish = { language: 'es', sentences: { 'test.later': '{n, number} para {who}.' } };
    const params = () => {
      asked += 1;
      return { n: 2, who: 'us' };
    };
    const one = inSpeech(spanish, () => said.later(params));
    const other = inSpeech(spanish, () => said({ n: 3, who: 'all' }));
    expect(asked).toBe(0);
    expect(JSON.parse(JSON.stringify(one))).toEqual({
      id: 'test.later',
      params: { n: 2, who: 'us' },
      text: '2 para us.',
    });
    expect({ ...other }.text).toBe('3 para all.');
    expect(one.text).toBe('2 para us.');
    expect(asked).toBe(1);
    expect(said({ n: 3, who: 'all' }).text).toBe('3 for all.');
  });

  test('one id has one text', () => {
    message('test.same', 'One.');
    expect(() => message('test.same', 'Another.')).toThrow('two texts for the message test.same');
  });

  test('a text that is no ICU message is a mistake of ours, and is thrown', () => {
    expect(() => message('test.wrong', '{a, select, b-c {x} other {y}}')({ a: 'x' })).toThrow();
  });

  test('every sentence that the library can say is a whole ICU message', () => {
    const wrong: string[] = [];
    for (const [id, icu] of templates()) {
      if (id.startsWith('test.')) continue;
      try {
        compileMessageOrThrow(icu);
      } catch (error) {
        wrong.push(`${id}: ${String(error)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(templates().size).toBeGreaterThan(100);
  });
});
