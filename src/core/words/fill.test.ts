import { setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import '#core/index';
import { filled } from '#core/words/fill';
import { templates } from '#core/words/message';

const say = (language: string, icu: string, params: Record<string, string | number>) =>
  filled(language, compileMessageOrThrow(icu), params);

test('only the branch that is meant is followed, and # is the number of its own plural', () => {
  const icu =
    '{n, plural, =0 {nothing} one {# {who, select, we {of ours} other {of theirs}}} other {# things, {m, plural, one {# new} other {# new}}}}.';
  expect(say('en', icu, { n: 0, m: 0, who: 'we' })).toBe('nothing.');
  expect(say('en', icu, { n: 1, m: 0, who: 'we' })).toBe('1 of ours.');
  expect(say('en', icu, { n: 1200, m: 1, who: 'we' })).toBe('1,200 things, 1 new.');
  expect(say('en', '{share, number, percent} of {n, number}', { share: 0.25, n: 1.5 })).toBe('25% of 1.5');
  expect(say('de', '{n, number}', { n: 1200.5 })).toBe('1.200,5');
});

test('what is not known here is left to others', () => {
  expect(say('en', '{day, date}', { day: 3 })).toBeNull();
  expect(say('en', '{n, plural, offset:1 one {a} other {b}}', { n: 2 })).toBeNull();
});

test('every sentence of the library is said as the library that compiles it says it', () => {
  const names = (icu: string) => new Set([...icu.matchAll(/\{(\w+)/g)].map((match) => match[1] as string));
  let said = 0;
  for (const language of ['en', 'fr', 'pl']) {
    const voice = setupI18n({ locale: language, messages: { [language]: {} } });
    for (const [id, icu] of templates()) {
      const compiled = compileMessageOrThrow(icu);
      voice.load(language, { [id]: compiled });
      for (const n of [0, 1, 2, 5, 1234.5]) {
        const params = Object.fromEntries([...names(icu)].map((name) => [name, n]));
        const text = filled(language, compiled, params);
        if (text === null) continue;
        said += 1;
        expect(text).toBe(voice._(id, params));
      }
    }
  }
  expect(said).toBeGreaterThan(5000);
});
