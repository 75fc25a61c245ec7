/**
 * What leaves Potluck in another language speaks that language: files, the page to embed, released pages, the page where
 * one was taken back, the guides. The words expected are read from `locale/` here, not through what is tested.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { disclose } from '#core/audience/disclose';
import { exportAs } from '#core/export/export';
import type { FormatId } from '#core/export/formats';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { dayOf } from '#core/model/dates';
import { freeze } from '#core/released-page';
import { inSpeech } from '#core/words/speech';
import { createApp } from '#server/app';
import { LOCAL } from '#server/caller';
import { speechOf } from '#server/speech';

const root = join(import.meta.dirname, '..', '..');
const LANGUAGES = ['es', 'fr', 'nl', 'pt', 'sw'];

/** A community of which no word is a word: whatever can be read on it is ours. */
const TABLE = `potluck: 1
id: zzaz
name: Zzaz
about: Qoq zuz.
as-of: 2026-03-01
see: public
openness:
  public: {hours: exact, chf: existence}
kinds:
  hours: {name: Qeq, unit: h, law: perishable}
  chf: {name: Fyf, unit: CHF, law: conserved}
parties:
  core: {name: Kik, type: circle, circle: core, inside: true, size: 5}
  gardeners: {name: Gug, type: circle, circle: active, inside: true, size: 35..40..45}
  town: {name: Tyt, type: organisation}
pools:
  purse: {name: Pip, kind: chf, holder: core, stock: 1200 CHF}
activities:
  day: {name: Dod, for: {gardeners: 0.7, town: 0.3}, price: free, needs: {hosting: {name: Hah, amount: 30 h/month}}}
flows:
  turns: {name: Tut, from: gardeners, to: day, fulfils: hosting, amount: 24 h/month, form: turn}
  plans: {name: Plop, from: core, to: day, amount: some h/week, form: gift}
  grant: {name: Grog, from: town, to: purse, amount: unknown CHF/year, form: grant, status: agreed, until: 2026-12-31}
`;

function view(audience: string) {
  const { community, problems } = resolve(parse(TABLE));
  if (community === null) throw new Error(problems[0]?.message.text);
  return disclose(community, { audience, day: '2026-03-01' });
}

/** Blanks that may not break are blanks. */
const flat = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** What a language says, by id. */
const locale = new Map(
  LANGUAGES.map((language) => {
    const folder = join(root, 'locale', language);
    const parts = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return [language, Object.assign({}, ...parts) as Readonly<Record<string, { readonly is: string }>>];
  }),
);

/** The translation of an id, with its simple parameters put in. */
function words(language: string, id: string, params: Readonly<Record<string, string>> = {}): string {
  const is = locale.get(language)?.[id]?.is ?? id;
  return flat(is.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? `{${name}}`));
}

/** How people write the day, from CLDR. */
const DAY: Readonly<Record<string, string>> = {
  es: '1 mar 2026',
  fr: '1 mars 2026',
  nl: '1 mrt 2026',
  pt: '1 de mar. de 2026',
  sw: '1 Mac 2026',
};

/** Words that no sentence of ours does without in English, and that none of the others has. */
const ENGLISH = /(?<![\p{L}-])(?:the|and|what|which|from|with|nobody|known|hours|month|year)(?![\p{L}-])/giu;

/** What a person reads or hears of a file: no markup, no styles, no ids. */
const readable = (file: string) =>
  file
    .replace(/<style>[\s\S]*?<\/style>/g, ' ')
    .replace(/<(?!title|desc)[^>]*?(?: aria-label="([^"]*)")?[^>]*>/g, ' $1 ')
    .replace(/CHF\/\w+|h\/\w+/g, ' ');

async function written(language: string, format: FormatId, audience = 'public'): Promise<string> {
  const speech = await speechOf(language);
  if (speech === null) throw new Error(language);
  return flat(inSpeech(speech, () => exportAs(format, { view: view(audience) })));
}

const app = createApp({
  store: {
    log: { append: async () => undefined },
    releases: { at: async () => null },
    view: async (id: string, audience: string) =>
      id === 'zzaz' ? { body: view(audience).toJSON(), version: 1, at: '' } : null,
  } as never,
  today: () => dayOf(2026, 3, 1) ?? 0,
  version: '0',
  docs: join(root, 'docs'),
  caller: () => LOCAL,
});

async function page(path: string, init: RequestInit = {}) {
  const answer = await app.request(`http://127.0.0.1${path}`, init);
  return { status: answer.status, vary: answer.headers.get('vary') ?? '', text: flat(await answer.text()) };
}

describe.each(LANGUAGES)('in %s', (language) => {
  const say = (id: string, params: Readonly<Record<string, string>> = {}) => words(language, id, params);
  const date = DAY[language] ?? '';
  const everyone = say('audience.public');
  const source = say('export.source-for', { name: 'Zzaz', date, audience: everyone });

  test.each(['svg', 'png'] as const)('%s: title, date, legend and source', async (format) => {
    const svg = await written(language, format);
    expect(svg).toMatch(new RegExp(`^<svg [^>]* lang="${language}">`));
    expect(svg).toContain(
      `<title id="potluck-title">${say('picture.title', { name: 'Zzaz', date })}</title>`,
    );
    // The source is broken into lines where it is long.
    const drawn = readable(svg).replace(/\s+/g, ' ');
    expect(drawn).toContain(say('picture.source', { name: 'Zzaz', audience: everyone }).slice(0, 30));
    expect(drawn).toContain(say('picture.legend.hollow'));
    expect(readable(svg).match(ENGLISH)).toBeNull();
  });

  test('html: the language, headings, questions, source', async () => {
    const html = await written(language, 'html');
    expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}" dir="ltr">`));
    for (const id of ['export.story', 'export.questions', 'export.streams'])
      expect(html).toContain(`<h2>${say(id)}</h2>`);
    for (const id of ['export.column.from', 'export.column.amount', 'export.column.standing'])
      expect(html).toContain(`<th scope="col">${say(id)}</th>`);
    expect(html).toContain(`<p class="quiet small">${source}</p>`);
    expect(html).toContain(`<p>${say('export.unknown')} ${say('export.made')}</p>`);
    expect(html).toContain(`<p class="story">${say('question.Q37')}</p>`);
    expect(readable(html).match(ENGLISH)).toBeNull();
  });

  test('markdown: headings, questions with why, what is not shown', async () => {
    const lines = (await written(language, 'markdown')).split('\n');
    expect(lines[0]).toBe('# Zzaz');
    expect(lines[2]).toBe(`*${source}*`);
    for (const id of ['export.story', 'export.streams', 'export.pools', 'export.questions'])
      expect(lines).toContain(`## ${say(id)}`);
    const covered = lines.find((line) => line.startsWith('|') && line.includes('Grog')) ?? '';
    expect(covered).toContain(`| ${say('export.covered')} |`);
    expect(lines.some((line) => line.includes(say('export.why', { why: '' }).trim()))).toBe(true);
    expect(lines.join('\n').match(ENGLISH)).toBeNull();
  });

  test('mermaid: where it comes from, and amounts', async () => {
    const text = await written(language, 'mermaid');
    expect(text.split('\n')[1]).toBe(`  %% ${source}`);
    expect(text).toContain(`|"Grog: ${say('export.covered')}"|`);
    expect(text.replace(/h\/\w+/g, '').match(ENGLISH)).toBeNull();
  });

  test('a released page, the drawing of it, and the page that was taken back', async () => {
    const speech = await speechOf(language);
    if (speech === null) throw new Error(language);
    const day = dayOf(2026, 3, 1) ?? 0;
    const given = { view: view('public'), sponsor: null, on: day, whom: everyone, style: '/paper.css' };
    const frozen = inSpeech(speech, () => freeze({ ...given, what: 'page' }));
    for (const html of [flat(frozen.page), flat(frozen.embed)]) {
      expect(html).toContain(`<html lang="${language}"`);
      expect(html).toContain(`<p>${say('release.footer', { day: date, whom: everyone })}</p>`);
      expect(readable(html).match(ENGLISH)).toBeNull();
    }
    expect(flat(frozen.page)).toContain(say('release.as-of', { name: 'Zzaz', day: date }));
    expect(frozen.svg).toContain(` lang="${language}"`);
    // A table for programs has the ids and the amounts of the file, the same in every language.
    const table = frozen.csv?.split('\r\n') ?? [];
    expect(table[0]).toBe('id,from,to,name,kind,amount,form,status,since,until,note');
    expect(table[1]).toBe('turns,Gug,Dod,Tut,Qeq,24 h/month,turn,actual,,,');
    expect(table[3]).toBe(`grant,Tyt,Pip,Grog,Fyf,${say('export.covered')},grant,agreed,,2026-12-31,`);
  });

  test('pages that strangers open follow their browser, and `lang` before it', async () => {
    const theirs = { headers: { 'accept-language': `xx,${language}-ZZ;q=0.8,en;q=0.5` } };
    const embed = await page('/embed/zzaz', theirs);
    expect(embed.text).toContain(`<html lang="${language}"`);
    expect(embed.text).toContain(`<h2>${say('export.story')}</h2>`);
    expect(embed.text).toContain(`>${say('export.live')}</a>`);
    expect(readable(embed.text).match(ENGLISH)).toBeNull();
    expect(embed.vary).toContain('accept-language');
    const asked = await page(`/embed/zzaz?lang=${language}`, { headers: { 'accept-language': 'en' } });
    expect(asked.text).toBe(embed.text);
    const gone = await page(`/r/${'x'.repeat(43)}`, theirs);
    expect(gone.status).toBe(404);
    expect(gone.text).toContain(`<h1>${say('release.absent.title')}</h1>`);
  });

  test('the guides say that they are in English, and their links keep the language', async () => {
    const { text } = await page(`/docs/guide/sharing?lang=${language}`);
    expect(text).toContain('<html lang="en"');
    // Until it is translated it stands there in English.
    const says = say('docs.english') === '' ? 'These pages are written in English.' : say('docs.english');
    expect(text).toContain(`<p class="quiet" lang="${language}">${says}</p>`);
    expect(text).toContain(`<a class="quiet" href="/docs?lang=${language}">`);
    expect(text).not.toMatch(/<a [^>]*href="\/docs(?:\/[^"?#.]*)?["#]/);
  });
});

test('in English nothing is said of languages, and English needs no asking', async () => {
  const theirs = { headers: { 'accept-language': 'de-CH,*' } };
  expect((await page('/embed/zzaz', theirs)).text).toContain('<html lang="en"');
  const guide = (await page('/docs/guide/sharing', theirs)).text;
  expect(guide).not.toContain('lang=es');
  expect(guide).not.toContain('These pages are written in English.');
  // What a program asks for is in English, whatever its browser reads.
  const spanish = { headers: { 'accept-language': 'es' } };
  const markdown = (await page('/api/communities/zzaz/export/markdown?audience=public', spanish)).text;
  expect(markdown).toContain('## Who brings what');
  const asked = (await page('/api/communities/zzaz/export/markdown?audience=public&lang=es')).text;
  expect(asked).toContain(`## ${words('es', 'export.streams')}`);
});
