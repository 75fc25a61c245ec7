import { describe, expect, test } from 'vitest';
import { codes, HEAD, PARTIES, problemsOf, read } from '#test/file/short-files';

describe('ids and references', () => {
  test('one id space, nested things and scenarios included; own spaces for sources, kinds, audiences and blocks', () => {
    expect(codes(`${HEAD}activities: {day: {needs: {ana: {}}}}\nparties: {ana: {}}\n`)).toEqual([
      '4:11 duplicate-id ana',
    ]);
    expect(
      codes(
        `${HEAD}sources: {core: {}}\nkinds: {core: {unit: c, law: conserved}}\naudiences: {core: {}}\nparties: {core: {}}\n`,
      ),
    ).toEqual([]);
    expect(codes(`${HEAD}parties: {leaving: {}}\nscenarios: {leaving: {changes: []}}\n`)).toEqual([
      '4:13 duplicate-id leaving',
    ]);
  });

  test('an id that stands twice in one section', () => {
    expect(codes(`${HEAD}parties:\n  ana: {inside: true}\n  ana: {}\n`)).toEqual(['5:3 duplicate-id ana']);
    expect(codes(`${HEAD}parties: [{id: ana}, {id: ana}]\n`)).toEqual(['3:27 duplicate-id ana']);
    expect(codes(`${HEAD}sources: {a: {}, a: {}}\n`)).toEqual(['3:18 duplicate-id a']);
  });

  test('things may stand in a map or in a list with ids', () => {
    expect(
      read(`${HEAD}parties: [{id: ana, inside: true}, {id: ben}]\n`).parties.map((one) => [
        one.id,
        one.inside,
      ]),
    ).toEqual([
      ['ana', true],
      ['ben', false],
    ]);
    expect(codes(`${HEAD}parties: [{inside: true}]\n`)).toEqual(['3:11 missing-key {inside: true}']);
  });

  test('a wrong sort of thing', () => {
    expect(
      codes(
        `${PARTIES}flows:\n  a: {from: ana, to: ben, amount: 2 h/month, fulfils: ben}\n  b: {from: ana, to: ben, amount: 2 EUR/month, form: pay, compensates: town}\n`,
      ).map((one) => one.split(' ').slice(1).join(' ')),
    ).toEqual(['wrong-thing ben', 'wrong-thing town']);
    expect(codes(`${PARTIES}baskets: {b1: {sponsor: town, includes: [ana]}}\n`)).toEqual([
      '7:42 wrong-thing ana',
    ]);
  });

  test('reserved ends are allowed where they mean something', () => {
    const ends = [
      'from: outside, to: ana',
      'from: past, to: ana',
      'from: future, to: ana',
      'from: ana, to: ecosystem',
      'from: made, to: ana',
      'from: ana, to: loss',
      'from: withheld, to: ana',
    ];
    for (const end of ends)
      expect(codes(`${PARTIES}flows:\n  a: {${end}, amount: 2 EUR/month}\n`)).toEqual([]);
    expect(
      codes(`${PARTIES}flows:\n  a: {from: loss, to: ana}\n  b: {from: ana, to: past}\n`).map(
        (one) => one.split(' ')[1],
      ),
    ).toEqual(['wrong-end', 'wrong-end']);
    expect(codes(`${PARTIES}roles: {r: {held-by: [outside]}}\n`)[0]).toContain('wrong-thing outside');
  });

  test('activities may serve one another in a circle; circles may not be within themselves', () => {
    expect(codes(`${HEAD}activities: {a: {for: {b: 1}}, b: {for: {a: 1}}}\n`)).toEqual([]);
    expect(codes(`${HEAD}parties: {a: {in: b}, b: {in: c}, c: {in: a}}\n`)).toEqual(['3:19 cycle b']);
    expect(codes(`${HEAD}parties: {a: {in: a}}\n`)).toEqual(['3:19 cycle a']);
  });

  test('the nearest name is suggested, by id or by name', () => {
    const near = (from: string) =>
      problemsOf(
        `${HEAD}parties: {ana: {inside: true, name: Ana María}, gardeners: {}}\nflows: {f: {from: ${from}, to: ana, amount: 2 h/month}}\n`,
      )[0]?.mend;
    expect(near('gardners')).toBe('Did you mean gardeners?');
    expect(near('Ana María')).toBe('Did you mean ana?');
    expect(near('zebra')).toBe('Add a thing with this id, or name one that is there.');
  });
});

describe('one mistake, one problem; two mistakes, two problems', () => {
  test('references to what could not be read are not told again', () => {
    const flows =
      'flows:\n  a: {from: Ana, to: ben, amount: 2 h/month}\n  b: {from: ana, to: ben, amount: 2 h/month}\n';
    expect(codes(`${HEAD}parties:\n  Ana: {inside: true}\n  ben: {inside: true}\n${flows}`)).toEqual([
      '4:3 bad-id Ana',
    ]);
    expect(
      codes(`${HEAD}party:\n  ana: {inside: true}\n  ben: {inside: true}\n${flows.replace('Ana', 'ana')}`),
    ).toEqual(['3:1 unknown-key party']);
    expect(codes(`${HEAD}parties: everyone\n${flows.replace('Ana', 'ana')}`)).toEqual([
      '3:10 wrong-shape everyone',
    ]);
    expect(codes(`${PARTIES}flows:\n  a: {frm: ana, to: ben, amount: 2 h/month}\n`)).toEqual([
      '8:7 unknown-key frm',
    ]);
    expect(
      codes(
        `${PARTIES}kinds: {Seeds: {unit: bag, law: conserved}}\nflows: {a: {from: ana, to: ben, kind: Seeds}}\n`,
      ),
    ).toEqual(['7:9 bad-id Seeds']);
  });

  test('what a mistyped key would have said is not missed again', () => {
    const one = (text: string) => codes(text).map((code) => code.split(' ').slice(1).join(' '));
    expect(
      one(
        `${HEAD}parties: {ana: {insde: true}, street: {}}\nflows: {f: {from: ana, to: street, amount: 2 h/month}}\n`,
      ),
    ).toEqual(['unknown-key insde']);
    expect(
      one(
        `${PARTIES}activities: {day: {rythm: 6 / year}}\nflows: {f: {from: ana, to: day, amount: 2 h/event}}\n`,
      ),
    ).toEqual(['unknown-key rythm']);
    expect(
      one(
        `${PARTIES}activities: {day: {rhythm: often}}\nflows: {f: {from: ana, to: day, amount: 2 h/event}}\n`,
      ),
    ).toEqual(['bad-amount often']);
    expect(
      one(`${PARTIES}flows: {f: {from: ana, to: ben, amount: 2 EUR/month, form: pay, compensate: f}}\n`),
    ).toEqual(['unknown-key compensate']);
    expect(
      one(`${HEAD}kinds: {wood: {unit: kg, lwa: conserved}, stone: {unit: t, law: conservd}}\n`),
    ).toEqual(['unknown-key lwa', 'unknown-word conservd']);
    expect(one(`${HEAD}pools: {kitty: {kin: eur}, shed: {kind: [eur]}}\n`)).toEqual([
      'unknown-key kin',
      'wrong-shape [eur]',
    ]);
  });

  test('all mistakes of a file in one pass, in the order of the file', () => {
    const text = `${PARTIES}flows:\n  a: {from: anna, to: ben, amount: 2 hours/month}\n  b: {from: ana, to: ben, amount: 4..2 h/week, colour: red}\nopenness: {public: {hours: some}}\n`;
    expect(codes(text)).toEqual([
      '8:13 unknown-reference anna',
      '8:36 unknown-unit 2 hours/month',
      '9:35 reversed-range 4..2 h/week',
      '9:48 unknown-key colour',
      '10:28 unknown-word some',
    ]);
  });

  test('what stands before a broken line is checked too', () => {
    expect(
      codes(`${HEAD}parties:\n  ana: {type: persn}\nabout: a: b\nflows:\n  f: {from: ana, to: nobody}\n`).map(
        (one) => one.split(' ')[1],
      ),
    ).toEqual(['unknown-word', 'yaml-syntax']);
    expect(codes('id: x\na: b: c\nd: e\nf: g\nh: i\nj: k: l\n').map((one) => one.split(' ')[1])).toEqual([
      'yaml-syntax',
      'yaml-syntax',
    ]);
  });

  test('a text with a comma in brackets', () => {
    const [problem] = problemsOf(`${HEAD}vision: {v: {text: Food, for all}}\n`);
    expect([problem?.code, problem?.text, problem?.mend]).toEqual([
      'unknown-key',
      'for all',
      'Put the text before it in quotes, if it goes on after the comma.',
    ]);
  });

  test('keys that start with x- are kept anywhere and never a mistake', () => {
    const { x, parties } = read(
      `${HEAD}x-colour: {any: [1, 2]}\nparties: {ana: {x-size: XL, because: {how: told, x-by: me}}}\nscheme: {id: ours, x-why: yes, blocks: {}}\n`,
    );
    expect([x, parties[0]?.x]).toEqual([{ 'x-colour': { any: [1, 2] } }, { 'x-size': 'XL' }]);
  });
});
