/**
 * The workshop: eight people join by link from phones; three rounds (consent, dots, score), two decisions with dates, the
 * agenda of next month, and minutes as Markdown with all of it.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  freshFolder,
  openBrowser,
  type Running,
  removeFolder,
  startPotluck,
  type Visit,
  visit,
} from '#test/journeys/browser';

/** Nine windows on a machine that does other things too; milliseconds. */
const LONG = 240_000;
const PEOPLE = ['Ana', 'Ben', 'Cem', 'Dua', 'Eva', 'Fay', 'Gil', 'Hal'] as const;
const WAITS = 'Fewer talks and more walks wait until spring.';
const QUESTION = 'Who holds the keys of the shed?';

let folder = '';
let running: Running;
let browser: Browser;
let visits: readonly Visit[] = [];
let lead: Page;
let phones: readonly Page[] = [];

beforeAll(async () => {
  folder = await freshFolder();
  running = await startPotluck({ dataDir: folder });
  browser = await openBrowser();
  visits = await Promise.all([
    visit(browser, `${running.url}/c/allotment-school/talk`),
    ...PEOPLE.map(() => visit(browser, `${running.url}/t`, 'phone')),
  ]);
  const [first, ...others] = visits.map((one) => one.page);
  if (first === undefined) throw new Error('nobody leads');
  lead = first;
  phones = others;
}, LONG);

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await removeFolder(folder);
});

/** Goes on to the next step of the round and waits until it is there. */
async function step(lead: Page, button: string, now: string): Promise<void> {
  await lead.getByRole('button', { name: button, exact: true }).click();
  await lead
    .getByRole('status')
    .filter({ hasText: `Now: ${now}` })
    .waitFor();
}

/** Begins a round from the dialog that is open, and gives the link by which people join. */
async function begin(lead: Page, way: RegExp, options = ''): Promise<string> {
  const dialog = lead.getByRole('dialog', { name: 'Begin a round' });
  await dialog.getByLabel(way).check();
  if (options !== '') await dialog.getByLabel(/^What is chosen from/).fill(options);
  await dialog.getByRole('button', { name: 'Begin', exact: true }).click();
  await lead.getByRole('heading', { name: 'Come in' }).waitFor();
  await lead.getByRole('img', { name: 'QR code with the link to join' }).waitFor();
  return lead.locator('.round-link a').innerText();
}

async function join(phones: readonly Page[], link: string): Promise<void> {
  await Promise.all(
    phones.map(async (phone) => {
      await phone.goto('about:blank');
      await phone.goto(link);
      await phone.getByText('Read it in quiet.').waitFor();
    }),
  );
}

/** Everyone writes a note, and says that they are done once it is kept. */
async function write(phones: readonly Page[], notes: readonly string[]): Promise<void> {
  await Promise.all(
    phones.map(async (phone, at) => {
      await phone.getByLabel('Note 1', { exact: true }).fill(notes[at] ?? '');
      await phone.getByText('Kept', { exact: true }).waitFor();
      await phone.getByRole('button', { name: 'I am done writing' }).click();
      await phone.getByText(/^You are done/).waitFor();
    }),
  );
}

/** Through silence, gathering and clarifying until people talk. */
async function untilTalk(notes: readonly string[]): Promise<void> {
  await step(lead, 'Begin to write', 'Write in silence');
  await write(phones, notes);
  await lead.getByText('8 of 8 are done writing.').waitFor();
  await step(lead, 'Gather the notes', 'Gather');
  await step(lead, 'Show the notes to all', 'Clarify');
  for (const phone of phones) await phone.getByText(notes[7] ?? '', { exact: true }).waitFor();
  await step(lead, 'Talk about them', 'Discuss');
}

const send = async (phone: Page): Promise<void> => {
  await phone.getByRole('button', { name: 'Send it' }).click();
  await phone.getByText(/^Kept\. You can change it/).waitFor();
};

async function record(lead: Page, text: string, who: string, review: string): Promise<void> {
  await lead.getByLabel('What do we decide?').fill(text);
  await lead.getByLabel('Who carries it?').fill(who);
  await lead.getByLabel('When do we look again?').fill(review);
  await lead.getByRole('button', { name: 'Write it down' }).click();
  await lead.getByRole('heading', { name: 'Decided' }).waitFor();
  await lead.getByRole('button', { name: 'Put it into the community’s file' }).click();
  await lead.getByText('It stands in the community’s file.').waitFor();
  await step(lead, 'Thank everyone and end', 'Done');
}

/** Begins a round with a question of one's own, joined by everyone. */
async function beginWith(question: string, way: RegExp, options: string): Promise<void> {
  await lead.goto(`${running.url}/c/allotment-school/talk?part=rounds`);
  await lead.getByRole('button', { name: 'Begin a round' }).click();
  await lead.getByLabel('The question', { exact: true }).fill(question);
  await join(phones, await begin(lead, way, options));
}

test(
  'consent: a proposal grows out of eight notes, an objection is heard, and it is decided with a date',
  async () => {
    await lead.goto(`${running.url}/c/allotment-school/talk`);
    await lead.getByLabel('Something of your own').fill(QUESTION);
    await lead.getByRole('button', { name: 'Add it' }).click();
    await lead
      .getByRole('button', { name: `Begin a round: ${QUESTION}` })
      .first()
      .click();
    await join(phones, await begin(lead, /^Consent/));
    await lead.getByText('8 people are here').waitFor();
    await untilTalk(PEOPLE.map((_, at) => `Keys, thought ${at + 1}`));
    const proposal = 'Two people hold a key each, from March.';
    await lead.getByLabel('The proposal').fill(proposal);
    await lead.getByRole('button', { name: 'Put it on the table' }).click();
    await step(lead, 'Let everyone choose', 'Choose');
    await Promise.all(
      phones.map(async (phone, at) => {
        await phone.getByText(proposal).waitFor();
        if (at === 0) {
          await phone.getByLabel('I object, and here is why').check();
          await phone.getByLabel(/^What would it harm/).fill('One of them should live near.');
        } else await phone.getByLabel('I can live with it').check();
        await send(phone);
      }),
    );
    await lead.getByText('8 of 8 have chosen.').waitFor();
    await step(lead, 'Show what came of it', 'Write down');
    await lead.getByText('One of them should live near.').waitFor();
    await lead.getByText('7 can live with it, nobody stands aside, one objects.').waitFor();
    const decided = 'Two people hold a key each; one lives near.';
    await record(lead, decided, 'Core group', '2026-09-01');
    await Promise.all(phones.map((phone) => phone.getByText(decided).waitFor()));
  },
  LONG,
);

test(
  'dots: what matters most is ranked, and decided with a date',
  async () => {
    await beginWith('What do we do with the last bed?', /^Dots/, 'Herbs\nPotatoes\nNothing for a year');
    await untilTalk(PEOPLE.map((_, at) => `Bed, thought ${at + 1}`));
    await step(lead, 'Let everyone choose', 'Choose');
    await Promise.all(
      phones.map(async (phone, at) => {
        const wish = at < 6 ? 'Herbs' : 'Potatoes';
        await phone.getByRole('button', { name: `One dot more for: ${wish}` }).click();
        await send(phone);
      }),
    );
    await step(lead, 'Show what came of it', 'Write down');
    await lead.getByText('6 dots').waitFor();
    await record(lead, 'The last bed is for herbs.', 'Ana', '2026-10-01');
  },
  LONG,
);

test(
  'score: a median with its spread, and “not now” is an answer that is kept',
  async () => {
    await beginWith('How good are our evenings?', /^Score/, 'Talks\nWalks');
    await untilTalk(PEOPLE.map((_, at) => `Evening, thought ${at + 1}`));
    await step(lead, 'Let everyone choose', 'Choose');
    await Promise.all(
      phones.map(async (phone, at) => {
        const walks = phone.getByRole('group', { name: 'Walks' });
        await walks.getByLabel(at < 7 ? '4' : '1', { exact: true }).check();
        await phone.getByRole('group', { name: 'Talks' }).getByLabel('2', { exact: true }).check();
        await send(phone);
      }),
    );
    await step(lead, 'Show what came of it', 'Write down');
    // Seven fours and a one: the middle is 4, and so are both quartiles.
    await lead.getByText('4 (half between 4 and 4)').waitFor();
    await lead.getByLabel('Not now: that is an answer too').check();
    await lead.getByLabel('What waits?').fill(WAITS);
    await lead.getByRole('button', { name: 'Write it down' }).click();
    await lead.getByRole('heading', { name: 'Not now' }).waitFor();
    await step(lead, 'Thank everyone and end', 'Done');
    await Promise.all(phones.map((phone) => phone.getByText(WAITS).waitFor()));
  },
  LONG,
);

test('the minutes hold all of it, the file has both decisions, and next month has its agenda', async () => {
  await lead.goto(`${running.url}/c/allotment-school/talk?part=rounds`);
  await lead.getByLabel('with the notes').check();
  const [file] = await Promise.all([
    lead.waitForEvent('download'),
    lead.getByRole('link', { name: 'Minutes as Markdown' }).click(),
  ]);
  const minutes = readFileSync(await file.path(), 'utf8');
  for (const said of [
    QUESTION,
    'Two people hold a key each; one lives near.',
    '1 September 2026',
    'One of them should live near.',
    'What do we do with the last bed?',
    'The last bed is for herbs.',
    '1 October 2026',
    'How good are our evenings?',
    WAITS,
    'Keys, thought 1',
    'Evening, thought 8',
  ])
    expect(minutes).toContain(said);
  const ask = (path: string) => lead.request.get(`${running.url}/api/communities/allotment-school${path}`);
  const { text } = (await (await ask('')).json()) as { text: string };
  expect(text).toContain('Two people hold a key each; one lives near.');
  expect(text).toContain('The last bed is for herbs.');
  const month = await (await ask('/agenda?month=2026-04&format=md')).text();
  expect(month).toMatch(/^# The allotment school: what to talk about in April 2026/);
  expect(month.match(/^- \[ \]/gm)?.length ?? 0).toBeGreaterThan(3);
  for (const { page, errors } of visits) expect(errors(), page.url()).toEqual([]);
});
