import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { disclose } from '#core/audience/disclose';
import type { View } from '#core/audience/view';
import { applyOperations, type Operation } from '#core/file/operations';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { EDITABLE, type Editable, keyValue, lockedFields, valuesOf } from './fields';
import { fieldsOf } from './form-fields';
import { freeId } from './ids';
import { adding, changing, ending, filing } from './steps';

const FILE = readFileSync(
  new URL('../../../../cases/allotment-school/community.yaml', import.meta.url),
  'utf8',
);

function viewOf(text: string): View {
  const { community, problems } = resolve(parse(text));
  if (community === null)
    throw new Error(problems.map((one) => `${one.line} ${one.message.text}`).join('\n'));
  return disclose(community, { audience: 'stewards', day: '2026-03-01' });
}

function applied(text: string, operations: readonly Operation[] | null): string {
  const done = applyOperations(text, operations ?? []);
  if (!done.ok) throw new Error(done.refusals.map((one) => one.message.text).join('\n'));
  return done.text;
}

const view = viewOf(FILE);
const everything = EDITABLE.flatMap((section) => view.ever[section] as readonly Editable[]);

test('a form opened and kept without a change sends nothing', () => {
  expect(everything.length).toBeGreaterThan(15);
  for (const thing of everything) expect(changing(view, thing, valuesOf(thing)), thing.id).toBeNull();
});

test('every field of a form is read out of a thing', () => {
  for (const thing of everything) {
    const keys = fieldsOf(thing.section, view).map((field) => field.key);
    expect(Object.keys(valuesOf(thing)).sort(), thing.id).toEqual([...keys].sort());
  }
});

describe('adding', () => {
  test('what a form says becomes a sound file, and undoing takes it out again', () => {
    const edit = adding(
      view,
      'flows',
      { from: 'gardeners', to: 'open-day', amount: '2 h/week', status: 'told', since: '2026' },
      { how: 'told', source: 'minutes-feb' },
    );
    expect(edit.does).toEqual([
      {
        op: 'put',
        id: 'gardeners-open-day',
        section: 'flows',
        value: {
          from: 'gardeners',
          to: 'open-day',
          amount: '2 h/week',
          status: 'told',
          since: 2026,
          because: { source: 'minutes-feb', how: 'told' },
        },
      },
    ]);
    const added = applied(FILE, edit.does);
    const flow = viewOf(added).get('flows', edit.id);
    expect(flow).toMatchObject({
      from: 'gardeners',
      kind: 'hours',
      status: 'told',
      because: [{ source: 'minutes-feb', how: 'told' }],
    });
    expect(applied(added, edit.undoes)).toBe(FILE);
  });

  test('an id is never taken twice, and never a reserved one', () => {
    expect(freeId(view, 'Core', 'party')).toBe('core-2');
    expect(freeId(view, 'Outside', 'party')).toBe('outside-2');
    expect(freeId(view, '人', 'party')).toBe('party');
  });
});

test('changing one field leaves the others as they are written, and undoing gives the text back', () => {
  const grant = view.get('flows', 'town-grant');
  if (grant === null) throw new Error('no grant');
  const edit = changing(view, grant, { ...valuesOf(grant), amount: '2000 EUR/year', note: 'Raised.' });
  expect(edit?.does).toEqual([
    { op: 'patch', id: 'town-grant', value: { amount: '2000 EUR/year', note: 'Raised.' } },
  ]);
  const changed = applied(FILE, edit?.does ?? null);
  expect(viewOf(changed).get('flows', 'town-grant')?.strings).toBe(grant.strings);
  expect(applied(changed, edit?.undoes ?? null)).toBe(FILE);
});

test('ending and filing can be taken back', () => {
  const grant = view.get('flows', 'town-grant');
  const kitty = view.get('pools', 'kitty');
  if (grant === null || kitty === null) throw new Error('not there');
  const end = ending(view, grant, '2026-04');
  const ended = applied(FILE, end.does);
  expect(viewOf(ended).get('flows', 'town-grant')?.until?.text).toBe('2026-04');
  expect(applied(ended, end.undoes)).toBe(FILE);
  const file = filing(view, kitty, 'b11');
  const filed = applied(FILE, file.does);
  expect(viewOf(filed).get('pools', 'kitty')?.category).toBe('b11');
  expect(viewOf(applied(filed, file.undoes)).get('pools', 'kitty')?.category).toBeNull();
});

test('weights of “for” stay when somebody is added', () => {
  const day = view.get('activities', 'open-day');
  if (day === null) throw new Error('not there');
  expect(keyValue('activities', 'for', 'gardeners street town', day)).toEqual({
    gardeners: 0.7,
    street: 0.3,
    town: 1,
  });
});

test('what changed over time, or is told in two languages, is not offered to be written over', () => {
  const text = FILE.replace(
    'size: 35}',
    'size: [{since: 2020, until: 2023, size: about 30}, {since: 2024, size: about 35}]}',
  ).replace('name: The street,', 'name: {en: The street, nl: De straat},');
  const changed = viewOf(text);
  expect(lockedFields(changed.get('parties', 'gardeners') as Editable)).toEqual(['size']);
  expect(lockedFields(changed.get('parties', 'street') as Editable)).toEqual(['name']);
});
