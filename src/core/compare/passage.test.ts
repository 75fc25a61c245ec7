/** A step of the walk through time: who came and left, what began, ended and moved, and nothing that did not. */
import { describe, expect, test } from 'vitest';
import { dayOf } from '#core/model/dates';
import { seen } from '#core/picture/testing';
import { passage } from './change-list';

const FILE = `
kinds:
  hours: {name: Hours, unit: h, law: perishable}
parties:
  core: {name: Core group, type: circle, inside: true}
  members:
    name: Members
    type: circle
    inside: true
    size: [{since: 2000, until: 2011, size: about 650}, {since: 2012, size: about 2500}]
  host: {name: Host, type: organisation, since: 2000, until: 2008-06}
  fund: {name: Fund, type: organisation, since: 2012}
activities:
  list: {name: Mailing list}
  wiki: {name: Wiki, since: 2012}
flows:
  care: {name: care, from: core, to: list, kind: hours, amount: [{since: 2000, until: 2011, amount: 2 h/month}, {since: 2012, amount: 6 h/month}]}
  room: {name: a room, from: host, to: list, until: 2008-06}
  wish: {name: a wish, from: fund, to: list, status: hoped, since: 2012}
`;
const on = (year: number) => seen(FILE, `${year}-07-15`);
const said = (from: number, to: number) => passage(on(from), on(to)).sentences.map((one) => one.text);

describe('a step', () => {
  test('tells who left and what ended with them', () => {
    expect(said(2007, 2008)).toEqual([
      expect.stringMatching(/host is no longer here\.$/i),
      expect.stringMatching(/^A room \(from .*host to .*mailing list\) ended\.$/i),
    ]);
    expect(passage(on(2007), on(2008))).toMatchObject({ begun: [], ended: ['host', 'room'] });
  });

  test('tells who came, what began and what grew; what is hoped for is not there yet', () => {
    const sentences = said(2011, 2012);
    expect(sentences).toHaveLength(4);
    expect(sentences[0]).toMatch(/fund is new here\.$/i);
    expect(sentences[1]).toMatch(/wiki began\.$/i);
    expect(sentences[2]).toMatch(/members grew, from about 650 people to about 2,500 people\.$/i);
    expect(sentences[3]).toMatch(/^Care .* grew, from 2 hours a month to 6 hours a month\.$/);
    expect(passage(on(2011), on(2012)).begun).toEqual(['fund', 'wiki']);
  });

  test('back in time tells the same the other way round', () => {
    const back = passage(on(2012), on(2011));
    expect(back.ended).toEqual(['fund', 'wiki']);
    expect(back.sentences.map((one) => one.text).filter((one) => one.includes('shrank'))).toHaveLength(2);
  });

  test('in which nothing happened tells nothing', () => {
    expect(passage(on(2009), on(2010))).toEqual({ begun: [], ended: [], sentences: [] });
    expect(dayOf(2009, 7, 15)).toBe(on(2009).day);
  });
});
