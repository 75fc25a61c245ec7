import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import '#core/index';
import { message, templates } from '#core/words/message';

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
