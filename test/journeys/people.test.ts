/**
 * From one person alone to a community: a first steward, a member, one of the core and a partner who come by links, each
 * with their own eyes, and everyone else with what is shown to everyone.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  complaintsOfAxe,
  freshFolder,
  openBrowser,
  type Running,
  removeFolder,
  startPotluck,
  type Visit,
  visit,
} from '#test/journeys/browser';

const SCHOOL = '/c/allotment-school';
/** Not on the shelf of everyone: nobody listed it. */
const OWN = `potluck: 1
id: quiet-plot
name: The quiet plot
parties: {ring: {name: The ring, type: circle, inside: true}}
`;

let folder = '';
let running: Running | undefined;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

/** Alone again: there is no way back from having accounts, so whoever tries once more begins anew. */
async function alone(): Promise<void> {
  await running?.stop();
  if (folder !== '') await removeFolder(folder);
  folder = await freshFolder();
  running = await startPotluck({ dataDir: folder });
}

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await removeFolder(folder);
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

const home = (): string => running?.url ?? '';

/** What the terminal shows to whoever sits at it. */
async function tokenOnTerminal(): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const token = /\b[a-z2-9]{4}(?:-[a-z2-9]{4}){4}\b/.exec(running?.said() ?? '')?.[0];
    if (token !== undefined) return token;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no token was told:\n${running?.said() ?? ''}`);
}

async function newAccount(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Name to sign in with').fill(name.toLowerCase().replace(' ', '.'));
  await page.getByLabel('Password', { exact: true }).fill('five small sparrows');
}

/** The steward makes a link; `choose` says for whom. */
async function invite(page: Page, role: string, party?: string): Promise<string> {
  await button(page, 'Invite somebody').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: new RegExp(`^${role}\\b`) }).check();
  if (party !== undefined) await dialog.getByRole('combobox').first().selectOption({ label: party });
  await button(page, 'Make the link').click();
  const all = dialog.getByLabel('Do it all the same, because…');
  const link = dialog.getByLabel('The link', { exact: true });
  await link.or(all).waitFor();
  if (await all.isVisible()) {
    await all.fill('They asked to see it themselves.');
    await button(page, 'Make it all the same').click();
  }
  const address = await link.inputValue();
  await button(page, 'Close').click();
  return address;
}

/** Somebody opens a link in a browser of their own and takes the place. */
async function join(link: string, name: string): Promise<Visit> {
  const come = await visit(browser, link);
  await newAccount(come.page, name);
  await button(come.page, 'Take the place').click();
  await come.page.waitForURL(`**${SCHOOL}`);
  await come.page.getByRole('link', { name: `${name}: your settings` }).waitFor();
  return come;
}

/** Amounts of money on the page that lists all facts. */
async function facts(page: Page): Promise<string> {
  await page.goto(`${home()}${SCHOOL}/canvas`);
  await page.getByRole('heading', { name: 'The canvas' }).waitFor();
  return page.locator('#room').innerText();
}

test('one alone invites others; each sees what is meant for them, and those who may only look find nothing to change', async () => {
  await alone();
  const ada = await visit(browser, `${home()}${SCHOOL}/settings`);
  await button(ada.page, 'Invite others').click();
  await button(ada.page, 'Go on').click();
  await ada.page.getByLabel('The token from the terminal').fill(await tokenOnTerminal());
  await button(ada.page, 'Go on').click();
  await newAccount(ada.page, 'Ada Steward');
  await button(ada.page, 'Become the first steward').click();
  await button(ada.page, 'Go on to the invitations').click();
  await ada.page.getByRole('link', { name: 'Ada Steward: your settings' }).waitFor();
  const made = await ada.page.evaluate(
    `fetch('/api/communities', { method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ changeId: crypto.randomUUID(), text: ${JSON.stringify(OWN)} }) }).then((one) => one.status)`,
  );
  expect(made).toBe(201);

  const links = {
    core: await invite(ada.page, 'Core'),
    member: await invite(ada.page, 'Member'),
    partner: await invite(ada.page, 'Partner', 'Town council'),
  };

  const [cleo, mo, paul] = await Promise.all([
    join(links.core, 'Cleo Core'),
    join(links.member, 'Mo Member'),
    join(links.partner, 'Paul Partner'),
  ]);
  expect(await facts(cleo.page)).toMatch(/\bAna\b/);
  expect(await cleo.page.getByRole('group', { name: 'Add' }).count()).toBe(0);

  const seen = await facts(mo.page);
  expect(seen).toContain('Gardeners');
  // Ana is for the core alone, and of money members know totals only.
  expect(seen).not.toMatch(/\bAna\b|1,?500/);
  for (const name of ['Add', 'Change', /^Add:/]) expect(await button(mo.page, name).count()).toBe(0);
  expect(await mo.page.getByRole('link', { name: 'Openness', exact: true }).count()).toBe(0);

  const own = await facts(paul.page);
  // Its own grant with its amount, and nobody else's doing.
  expect(own).toMatch(/Town council[\s\S]*1,?500/);
  expect(own).not.toMatch(/\bAna\b|Gardeners|600/);

  // A link opens once.
  await cleo.page.goto(links.member);
  await cleo.page.getByRole('heading', { name: 'This link opens nothing any more.' }).waitFor();

  await ada.page.goto(`${home()}${SCHOOL}/canvas`);
  // The doors that the others do not find.
  await ada.page.getByRole('group', { name: 'Add' }).waitFor();
  await button(ada.page, 'More').click();
  await ada.page.getByLabel('Look through the eyes of').selectOption({ label: 'members' });
  await ada.page.getByText('This is what members may see.').waitFor();
  expect(await ada.page.locator('#room').innerText()).not.toMatch(/\bAna\b/);
  await button(ada.page, 'Use your own eyes again').click();

  await ada.page.goto(`${home()}/settings`);
  await button(ada.page, 'Sign out').click();
  await ada.page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  await ada.page.getByRole('link', { name: 'The allotment school' }).waitFor();
  expect(await ada.page.getByText('The quiet plot').count()).toBe(0);
  expect(await button(ada.page, 'Start a community').count()).toBe(0);
  const status = await ada.page.evaluate(
    `fetch('/api/communities/quiet-plot/view').then((one) => one.status)`,
  );
  expect(status).toBe(404);
  for (const one of [mo, paul]) expect(one.errors()).toEqual([]);
  for (const one of [ada, cleo, mo, paul]) await one.context.close();
}, 240_000);

test('a wrong password is told kindly, and the right one leads back to where one was', async () => {
  const { page, context } = await visit(browser, `${home()}${SCHOOL}/free`);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Name to sign in with').fill('ada.steward');
  await page.getByLabel('Password', { exact: true }).fill('six small sparrows');
  await button(page, 'Sign in').click();
  await page.getByRole('alert').getByText('do not belong together').waitFor();
  expect(await complaintsOfAxe(page, 'sign-in')).toEqual([]);
  await page.getByLabel('Password', { exact: true }).fill('five small sparrows');
  await button(page, 'Sign in').click();
  await page.waitForURL(`**${SCHOOL}/free`);
  await page.getByRole('link', { name: 'Ada Steward: your settings' }).click();
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
  expect(await complaintsOfAxe(page, 'settings-own')).toEqual([]);
  await page.goto(`${home()}${SCHOOL}/settings`);
  await button(page, 'Change Mo Member').waitFor();
  expect(await complaintsOfAxe(page, 'settings-people')).toEqual([]);
  await context.close();
});

test('a device keeps a passkey, and lets in with it', async () => {
  // Keys are made for names, and none for numbers.
  const site = home().replace('127.0.0.1', 'localhost');
  const { page, context } = await visit(browser, `${site}/sign-in`);
  const devices = await context.newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await page.getByLabel('Name to sign in with').fill('cleo.core');
  await page.getByLabel('Password', { exact: true }).fill('five small sparrows');
  await button(page, 'Sign in').click();
  await page.getByRole('link', { name: 'Cleo Core: your settings' }).click();
  await button(page, 'Add the passkey of a device').click();
  await page.getByLabel('What do you call the device?').fill('The old phone');
  await button(page, 'Add it').click();
  await button(page, 'Remove The old phone').waitFor();
  await button(page, 'Sign out').click();
  await page.getByRole('link', { name: 'Sign in' }).first().click();
  await button(page, 'Use a passkey').click();
  await page.getByRole('link', { name: 'Cleo Core: your settings' }).waitFor();
  await context.close();
});
