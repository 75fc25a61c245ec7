import { describe, expect, test } from 'vitest';
import { parse as yaml } from 'yaml';
import { applyOperations, mentionsOf, type Operation } from '#core/file/operations';

const TEXT = `potluck: 1          # version of this format
id: plot
name: The plot

parties:
  core:      {name: Core group, type: circle}   # the five
  # the town pays
  town:      {name: Town council, type: organisation}
  ana:
    name: Ana
    type: person      # who coordinates
    in: core

pools:
  kitty:
    kind: eur
    holder: ana
    deciders: [core, ana]
    pockets:
      seeds: {share: 0.6}
      tea:   {share: 0.4}

activities:
  open-day: {for: {core: 0.7, town: 0.3}, needs: {hosting: {amount: 30 h/month}}}

flows:
  grant: {from: town, to: kitty, amount: "1'500 EUR/year"}
  hours: {from: ana, to: open-day, fulfils: hosting, amount: 3 h/month}
  seeds-bought: {from: seeds, to: open-day, amount: 600 EUR/year}

influences:
  - {id: i1, from: core, to: open-day, sign: "+"}
  - id: i2          # the way back
    from: open-day
    to: core
    sign: "+"
`;

function done(operations: readonly Operation[], text = TEXT): string {
  const result = applyOperations(text, operations);
  if (!result.ok) throw new Error(result.refusals.map((one) => one.message.text).join('\n'));
  return result.text;
}

describe('put', () => {
  test('adds a thing at the end of its section and touches nothing else', () => {
    const text = done([
      {
        op: 'put',
        id: 'street',
        section: 'parties',
        value: { name: 'The street, all of it', type: 'public' },
      },
    ]);
    expect(text).toBe(
      TEXT.replace(
        '    in: core\n',
        '    in: core\n  street: {name: "The street, all of it", type: public}\n',
      ),
    );
  });

  test('adds to a list with its id, and begins a section that is not there', () => {
    const text = done([
      { op: 'put', id: 'i3', section: 'influences', value: { from: 'town', to: 'core', sign: '-' } },
      { op: 'put', id: 't1', section: 'ties', value: { between: ['core', 'town'] } },
      { op: 'put', id: 'chat', section: 'tools', value: { keys: ['ana'] } },
    ]);
    const data = yaml(text);
    expect(data.influences[2]).toEqual({ id: 'i3', from: 'town', to: 'core', sign: '-' });
    expect(data.ties).toEqual([{ id: 't1', between: ['core', 'town'] }]);
    expect(data.tools).toEqual({ chat: { keys: ['ana'] } });
    expect(text.startsWith(TEXT.trimEnd())).toBe(true);
  });

  test('makes a thing say exactly the value, keeping the spelling of what it said already', () => {
    const text = done([
      { op: 'put', id: 'ana', section: 'parties', value: { name: 'Ana', type: 'person', energy: 0.5 } },
    ]);
    expect(text).toBe(TEXT.replace('    in: core\n', '    energy: 0.5\n'));
  });

  test('puts a need into its activity and a pocket into its pool', () => {
    const text = done([
      { op: 'put', id: 'venue', section: 'needs', parent: 'open-day', value: { amount: '100 EUR/month' } },
      { op: 'put', id: 'cake', section: 'pockets', parent: 'kitty', value: { share: 0 } },
    ]);
    expect(text).toContain('needs: {hosting: {amount: 30 h/month}, venue: {amount: 100 EUR/month}}');
    expect(text).toContain('      tea:   {share: 0.4}\n      cake: {share: 0}\n');
  });

  test('refuses an id that another section has', () => {
    const result = applyOperations(TEXT, [{ op: 'put', id: 'kitty', section: 'parties', value: {} }]);
    expect(result.ok).toBe(false);
    if (!result.ok)
      expect(result.refusals[0]).toMatchObject({
        code: 'id-taken',
        message: { text: 'The id kitty is taken. Choose another.' },
      });
  });

  test('the same put twice leaves the same text', () => {
    const operation: Operation = { op: 'put', id: 'street', section: 'parties', value: { type: 'public' } };
    expect(done([operation, operation])).toBe(done([operation]));
  });

  test('works on JSON', () => {
    const json = JSON.stringify(yaml(TEXT));
    const text = done([{ op: 'put', id: 'street', section: 'parties', value: { type: 'public' } }], json);
    expect(JSON.parse(text).parties.street).toEqual({ type: 'public' });
  });
});

describe('patch and end', () => {
  test('change some keys and leave the others as they are written', () => {
    expect(done([{ op: 'patch', id: 'grant', value: { amount: '1 EUR/year', status: 'agreed' } }])).toBe(
      TEXT.replace('amount: "1\'500 EUR/year"}', 'amount: 1 EUR/year, status: agreed}'),
    );
    expect(done([{ op: 'patch', id: 'kitty', value: { holder: null } }])).toBe(
      TEXT.replace('    holder: ana\n', ''),
    );
  });

  test('end gives the last day', () => {
    expect(done([{ op: 'end', id: 'i2', until: '2026-12' }])).toBe(
      TEXT.replace('    sign: "+"\n', '    sign: "+"\n    until: 2026-12\n'),
    );
  });
});

describe('remove', () => {
  test('refuses where others name it, and says who', () => {
    const result = applyOperations(TEXT, [{ op: 'remove', id: 'town' }]);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.refusals[0]?.message.text).toBe(
      '2 other facts name town: open-day, grant. Take them out too, or change them first.',
    );
    expect(mentionsOf(TEXT, 'town')).toEqual([
      { by: 'open-day', key: 'for', needed: false },
      { by: 'grant', key: 'from', needed: true },
    ]);
  });

  test('takes out what cannot stand without it, and drops other mentions', () => {
    const text = done([{ op: 'remove', id: 'kitty', withWhatBreaks: true }]);
    const data = yaml(text);
    expect(data.pools).toEqual({});
    expect(Object.keys(data.flows)).toEqual(['hours']);
    expect(text).toContain('core:      {name: Core group, type: circle}   # the five');
  });

  test('removes a person from lists, weights and single references', () => {
    const data = yaml(done([{ op: 'remove', id: 'ana', withWhatBreaks: true }]));
    expect(data.pools.kitty).toEqual({
      kind: 'eur',
      deciders: ['core'],
      pockets: { seeds: { share: 0.6 }, tea: { share: 0.4 } },
    });
    expect(Object.keys(data.flows)).toEqual(['grant', 'seeds-bought']);
  });

  test('an activity takes its needs along', () => {
    const data = yaml(done([{ op: 'remove', id: 'open-day', withWhatBreaks: true }]));
    expect(data.activities).toEqual({});
    expect(data.influences).toEqual([]);
    expect(Object.keys(data.flows)).toEqual(['grant']);
  });
});

describe('rename', () => {
  test('every reference follows, and nothing else', () => {
    const text = done([{ op: 'rename', id: 'core', to: 'circle' }]);
    expect(text).toBe(
      TEXT.replace('  core:  ', '  circle:  ')
        .replace('in: core', 'in: circle')
        .replace('[core, ana]', '[circle, ana]')
        .replace('{core: 0.7', '{circle: 0.7')
        .replace('from: core, to: open-day', 'from: circle, to: open-day')
        .replace('    to: core', '    to: circle'),
    );
  });

  test('there and back again is the same text', () => {
    for (const id of ['core', 'ana', 'kitty', 'seeds', 'open-day', 'hosting', 'i2', 'grant']) {
      expect(
        done([
          { op: 'rename', id, to: 'else-where' },
          { op: 'rename', id: 'else-where', to: id },
        ]),
      ).toBe(TEXT);
    }
  });

  test('refuses a taken id, a bad id and an unknown thing', () => {
    const code = (operation: Operation) => {
      const result = applyOperations(TEXT, [operation]);
      return result.ok ? 'done' : result.refusals[0]?.code;
    };
    expect(code({ op: 'rename', id: 'core', to: 'seeds' })).toBe('id-taken');
    expect(code({ op: 'rename', id: 'core', to: 'The Core' })).toBe('bad-id');
    expect(code({ op: 'rename', id: 'nobody', to: 'somebody' })).toBe('no-such-thing');
  });
});

describe('set', () => {
  test('changes, adds and takes out keys outside the things', () => {
    expect(done([{ op: 'set', path: ['name'], value: 'The other plot' }])).toBe(
      TEXT.replace('The plot', 'The other plot'),
    );
    expect(
      yaml(done([{ op: 'set', path: ['openness', 'public', 'eur'], value: 'existence' }])).openness,
    ).toEqual({ public: { eur: 'existence' } });
    expect(done([{ op: 'set', path: ['name'], value: null }])).toBe(TEXT.replace('name: The plot\n', ''));
  });

  test('a place in the picture that is taken out leaves nothing empty behind', () => {
    const place = (id: string, value: unknown): Operation => ({
      op: 'set',
      path: ['picture', 'positions', id],
      value,
    });
    expect(done([place('core', { x: 1, y: 2 }), place('core', null)])).toBe(TEXT);
    const two = done([place('core', { x: 1, y: 2 }), place('seeds', { x: 3, y: 4 }), place('core', null)]);
    expect(yaml(two).picture).toEqual({ positions: { seeds: { x: 3, y: 4 } } });
    expect(done([place('nobody', null)])).toBe(TEXT);
  });
});

test('a text that is no YAML is refused with its line', () => {
  const result = applyOperations('a: [1\nb: }', [{ op: 'set', path: ['name'], value: 'x' }]);
  expect(result.ok).toBe(false);
  if (!result.ok) expect(result.refusals[0]?.code).toBe('unreadable');
});
