import { describe, expect, test } from 'vitest';
import { call, GARDEN } from '#cli/testing';
import { message } from '#core/words/message';
import { speech } from '#core/words/speech';
import { languages, speaking, speechOf } from '#server/speech';

const SAYS = message('test.speech', 'Hello {who}.');

describe('languages', () => {
  test('all that are translated into, and English', () => {
    expect(languages()).toEqual(['en', 'es', 'fr', 'nl', 'pt', 'sw']);
  });

  test('a language that is not spoken here is null, and no path leads out of the folder', async () => {
    expect(await speechOf('xx')).toBeNull();
    expect(await speechOf('../package')).toBeNull();
    expect(await speechOf('en')).toEqual({ language: 'en', sentences: {} });
    expect((await speechOf('es'))?.language).toBe('es');
  });

  test('two that speak at once do not take the words out of each other’s mouth', async () => {
    const spoken = (language: string, text: string) => ({ language, sentences: { 'test.speech': text } });
    const later = async () => {
      await new Promise((done) => setTimeout(done, 1));
      return SAYS({ who: 'Ana' }).text;
    };
    const said = await Promise.all([
      speaking(spoken('es', 'Hola {who}.'), later),
      later(),
      speaking(spoken('nl', 'Dag {who}.'), later),
    ]);
    expect(said).toEqual(['Hola Ana.', 'Hello Ana.', 'Dag Ana.']);
    expect(speech().language).toBe('en');
  });
});

describe('potluck --lang', () => {
  test('a language that is not spoken here is a mistake of the call', async () => {
    const { code, err } = await call(['story', 'a.yaml', '--lang', 'xx'], { 'a.yaml': GARDEN });
    expect(code).toBe(2);
    expect(err).toBe('potluck: xx is not spoken here. There are: en, es, fr, nl, pt, sw.\n');
  });

  test('English is what is said without it', async () => {
    const plain = await call(['story', 'a.yaml'], { 'a.yaml': GARDEN });
    const english = await call(['story', 'a.yaml', '--lang', 'en'], { 'a.yaml': GARDEN });
    expect(plain.code).toBe(0);
    expect(english).toEqual(plain);
  });
});
