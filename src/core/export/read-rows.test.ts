/** A table of streams becomes changes of a file, or complaints with lines; nothing is guessed. */
import { describe, expect, test } from 'vitest';
import { type Given, readRows } from '#core/export/read-rows';

const given = (rows: string[][], also: Partial<Given> = {}): Given => ({
  file: 'streams.csv',
  head: { line: 1, cells: ['From', 'To', 'Amount', 'Kind', 'Form', 'Since'] },
  rows: rows.map((cells, at) => ({ line: at + 2, cells })),
  things: [{ id: 'market', name: 'The market' }],
  kinds: [{ id: 'hours', name: 'Hours' }],
  ...also,
});

describe('rows', () => {
  test('a row becomes a stream, and an unknown name a party', () => {
    const read = readRows(given([['Ana', 'the market', '4 h/week', 'hours', 'gift', '2020']]));
    expect(read.problems).toEqual([]);
    expect(read.operations).toEqual([
      { op: 'put', section: 'parties', id: 'ana', value: { name: 'Ana' } },
      {
        op: 'put',
        section: 'flows',
        id: 'ana-to-market',
        value: { from: 'ana', to: 'market', amount: '4 h/week', kind: 'hours', form: 'gift', since: '2020' },
      },
    ]);
  });

  test('hours and currencies are known without being declared, as in the community file', () => {
    const read = readRows(
      given(
        [
          ['Ana', 'market', '4 h/week', 'hours'],
          ['Ana', 'market', '4 CHF/week', 'CHF'],
        ],
        { kinds: [] },
      ),
    );
    expect(read.problems).toEqual([]);
    expect(read.operations).toMatchObject([{}, { value: { kind: 'hours' } }, { value: { kind: 'chf' } }]);
    const [problem] = readRows(given([['Ana', 'market', '4 egg/week', 'eggs']], { kinds: [] })).problems;
    expect(problem?.code).toBe('unknown-kind');
    expect(problem?.mend).toBe('Write one of: hours, eur. Or add the kind to the community file first.');
  });

  test('the same pair twice gets two ids, the same name one party', () => {
    const read = readRows(
      given([
        ['Ana', 'market'],
        ['ana', 'market'],
        ['', ''],
      ]),
    );
    expect(read.streams).toEqual(['ana-to-market', 'ana-to-market-2']);
    expect(read.parties).toEqual([{ id: 'ana', name: 'Ana' }]);
  });

  test('unit and period may stand in columns of their own; an empty amount stays unknown', () => {
    const head = { line: 1, cells: ['giver', 'receiver', 'how much', 'currency', 'per'] };
    const read = readRows(
      given(
        [
          ['Ana', 'market', '20', 'EUR', 'year'],
          ['Bob', 'market', '', '', ''],
        ],
        { head },
      ),
    );
    const amounts = read.operations.map((one) =>
      'value' in one ? (one.value as { amount?: string }).amount : null,
    );
    expect(amounts).toEqual([undefined, undefined, '20 EUR/year', undefined]);
  });

  test.each([
    [['', 'market'], 'no-end', 'from'],
    [['Ana', 'market', 'lots'], 'bad-amount', 'lots'],
    [['Ana', 'market', '4 h', 'magic'], 'unknown-kind', 'magic'],
    [['Ana', 'market', '4 h', '', 'gfit'], 'unknown-word', 'gfit'],
    [['Ana', 'market', '4 h', '', '', 'soon'], 'bad-date', 'soon'],
  ])('%j: %s', (cells, code, text) => {
    const read = readRows(given([['Bob', 'market'], cells]));
    expect(read.problems).toMatchObject([{ code, text, line: 3, file: 'streams.csv' }]);
    expect(read.streams).toEqual(['bob-to-market']);
  });

  test('a word that is nearly right is offered first', () => {
    const { problems } = readRows(given([['Ana', 'market', '', '', 'gfit']]));
    expect(problems[0]?.mend).toMatch(/^Write one of: gift, /);
  });

  test('a table without givers is told once, at its head', () => {
    const read = readRows(given([['a'], ['b']], { head: { line: 1, cells: ['Colour', 'To'] } }));
    expect(read.problems).toMatchObject([{ code: 'no-column', text: 'from', line: 1 }]);
    expect(read.unread).toEqual(['Colour']);
  });

  test('columns can be named', () => {
    const head = { line: 1, cells: ['Schenkt', 'To'] };
    const read = readRows(given([['Ana', 'market']], { head, mapping: { from: 'schenkt' } }));
    expect(read.streams).toEqual(['ana-to-market']);
  });
});
