/**
 * The workshop: eight people join by link from phones; three rounds (consent, dots, score), two decisions with dates, the
 * agenda of next month, and minutes as Markdown with all of it.
 */
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

let folder = '';
let running: Running;
let browser: Browser;

beforeAll(async () => {
  folder = await freshFolder();
  running = await startPotluck({ dataDir: folder });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await removeFolder(folder);
});

const PEOPLE = ['Ana', 'Ben', 'Cem', 'Dua', 'Eva', 'Fay', 'Gil', 'Hal'] as const;
const QUESTION = 'Who holds the keys of the shed?';

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
async function untilTalk(lead: Page, phones: readonly Page[], notes: readonly string[]): Promise<void> {
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

test('eight people, three rounds, two decisions, next month and the minutes', async () => {
  const lead = await visit(browser, `${running.url}/c/allotment-school/talk`);
  const visits: Visit[] = await Promise.all(PEOPLE.map(() => visit(browser, `${running.url}/t`, 'phone')));
  const phones = visits.map((one) => one.page);

  // Consent, begun from an item of their own on the agenda.
  await lead.page.getByLabel('Something of your own').fill(QUESTION);
  await lead.page.getByRole('button', { name: 'Add it' }).click();
  await lead.page.getByRole('button', { name: `Begin a round: ${QUESTION}` }).click();
  const first = await begin(lead.page, /^Consent/);
  await join(phones, first);
  await lead.page.getByText('8 people are here').waitFor();
  await untilTalk(
    lead.page,
    phones,
    PEOPLE.map((_, at) => `Keys, thought ${at + 1}`),
  );
  const proposal = 'Two people hold a key each, from March.';
  await lead.page.getByLabel('The proposal').fill(proposal);
  await lead.page.getByRole('button', { name: 'Put it on the table' }).click();
  await step(lead.page, 'Let everyone choose', 'Choose');
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
  await lead.page.getByText('8 of 8 have chosen.').waitFor();
  await step(lead.page, 'Show what came of it', 'Write down');
  await lead.page.getByText('One of them should live near.').waitFor();
  await record(lead.page, 'Two people hold a key each; one lives near.', 'Core group', '2026-09-01');
  for (const phone of phones) await phone.getByText('Two people hold a key each; one lives near.').waitFor();

  // Dots.
  await lead.page.getByRole('link', { name: 'All rounds' }).click();
  await lead.page.getByRole('button', { name: 'Begin a round' }).click();
  await lead.page.getByLabel('The question', { exact: true }).fill('What do we do with the last bed?');
  const second = await begin(lead.page, /^Dots/, 'Herbs\nPotatoes\nNothing for a year');
  await join(phones, second);
  await untilTalk(
    lead.page,
    phones,
    PEOPLE.map((_, at) => `Bed, thought ${at + 1}`),
  );
  await step(lead.page, 'Let everyone choose', 'Choose');
  await Promise.all(
    phones.map(async (phone, at) => {
      await phone.getByRole('button', { name: `One dot more for: ${at < 6 ? 'Herbs' : 'Potatoes'}` }).click();
      await send(phone);
    }),
  );
  await step(lead.page, 'Show what came of it', 'Write down');
  await lead.page.getByText('6 dots').waitFor();
  await record(lead.page, 'The last bed is for herbs.', 'Ana', '2026-10-01');

  // Score, and "not now".
  await lead.page.getByRole('link', { name: 'All rounds' }).click();
  await lead.page.getByRole('button', { name: 'Begin a round' }).click();
  await lead.page.getByLabel('The question', { exact: true }).fill('How good are our evenings?');
  const third = await begin(lead.page, /^Score/, 'Talks\nWalks');
  await join(phones, third);
  await untilTalk(
    lead.page,
    phones,
    PEOPLE.map((_, at) => `Evening, thought ${at + 1}`),
  );
  await step(lead.page, 'Let everyone choose', 'Choose');
  await Promise.all(
    phones.map(async (phone, at) => {
      await phone
        .getByRole('group', { name: 'Walks' })
        .getByLabel(at < 7 ? '4' : '1', { exact: true })
        .check();
      await phone.getByRole('group', { name: 'Talks' }).getByLabel('2', { exact: true }).check();
      await send(phone);
    }),
  );
  await step(lead.page, 'Show what came of it', 'Write down');
  await lead.page.getByLabel('Not now: that is an answer too').check();
  await lead.page.getByLabel('What waits?').fill('Fewer talks and more walks wait until spring.');
  await lead.page.getByRole('button', { name: 'Write it down' }).click();
  await step(lead.page, 'Thank everyone and end', 'Done');
  for (const phone of phones)
    await phone.getByText('Fewer talks and more walks wait until spring.').waitFor();

  // Next month, and the minutes of all three.
  const ask = async (path: string) =>
    lead.page.request.get(`${running.url}/api/communities/allotment-school${path}`);
  const { rounds } = (await (await ask('/rounds')).json()) as { rounds: { id: string }[] };
  expect(rounds.length).toBe(3);
  const [last, ...others] = rounds.map((one) => one.id);
  const minutes = await (await ask(`/rounds/${last}/minutes?notes=1&with=${others.join(',')}`)).text();
  for (const said of [
    QUESTION,
    'Two people hold a key each; one lives near.',
    '2026-09-01',
    'One of them should live near.',
    'The last bed is for herbs.',
    '2026-10-01',
    'Fewer talks and more walks wait until spring.',
    'Keys, thought 1',
  ])
    expect(minutes).toContain(said);
  for (const { page, context, errors } of [lead, ...visits]) {
    expect(errors(), page.url()).toEqual([]);
    await context.close();
  }
});
