/** Problems of references: an id, kind, source, audience or block that is not there, or is something else. */
import { defineProblems } from '#core/file/problems/define';

const THINGS = `{what, select,
  party {a party} activity {an activity} flow {a flow} need {a need of an activity} pool {a pool} vision {an entry of vision}
  quantity {a quantity} tool {a tool} end {a party, pool, pocket or activity} place {a party, activity or pool, or loss}
  holder {a party or a role} decision {a decision} tied {a party, pool, activity or tool} loopable {a party, pool, activity, flow or quantity}
  influence {an influence} crossing {a party, or outside} user {a party or activity} payer {a party, ecosystem or unknown} other {a thing of this file}}`;

export const referenceProblems = defineProblems({
  'unknown-reference': {
    says: 'Nothing in this file is called “{text}”.',
    expected: `The id of ${THINGS}.`,
    mend: `{near, select, none {Add a thing with this id, or name one that is there.} other {Did you mean {near}?}}`,
    explains:
      'A reference is the id of another thing. Ids are small letters, digits and hyphens, exactly as they stand before the colon.',
  },
  'wrong-thing': {
    says: `“{text}” is {is, select,
      parties {a party} roles {a role} pools {a pool} pockets {a pocket} activities {an activity} needs {a need} flows {a flow} accounts {an old account}
      baskets {a basket} trials {a trial} influences {an influence} quantities {a quantity} ties {a tie} movements {a movement} tools {a tool}
      worth {an entry of worth} voices {a voice} decisions {a decision} history {an event of the history} vision {an entry of vision} walls {a wall}
      scenarios {a scenario} other {a reserved word}}, which cannot stand here.`,
    expected: `The id of ${THINGS}.`,
    mend: `{near, select, none {Name a thing of that sort.} other {Did you mean {near}?}}`,
    explains: 'The id exists, but it names another sort of thing than the key asks for.',
  },
  'wrong-end': {
    says: `{text, select,
      loss {What is lost goes to loss; nothing comes from it.}
      past {The past gives what was put by; nothing flows to it.}
      made {What begins here comes from made; nothing flows to it.}
      other {“{text}” cannot be this end of a flow.}}`,
    expected: `{text, select, loss {loss under to.} other {{text} under from.}}`,
    mend: 'Exchange from and to, or name the party, pool or activity that is meant.',
    explains: 'made and past only give, and loss only takes. A flow to a reserve goes to a pool.',
  },
  'unknown-kind': {
    says: 'No kind is called “{text}”.',
    expected: 'A kind under kinds, hours, or a currency code in small letters such as eur.',
    mend: `{near, select, none {Add it under kinds.} other {Did you mean {near}?}}`,
    explains:
      'Kinds are declared under kinds. Hours and the currencies of ISO 4217 are known without being declared.',
  },
  'unknown-source': {
    says: 'No source is called “{text}”.',
    expected: 'The id of a source under sources.',
    mend: `{near, select, none {Add it under sources, or say only how it is known, such as '{'how: told'}'.} other {Did you mean {near}?}}`,
    explains: 'Evidence points at an entry of sources, so that anyone can look it up.',
  },
  'unknown-audience': {
    says: 'No audience is called “{text}”.',
    expected: 'One of {known}, partner: or person: with the id of a party, or an entry of audiences.',
    mend: `{near, select, none {Add it under audiences.} other {Did you mean {near}?}}`,
    explains: 'A mistyped audience would hide a fact from those who should see it, or show it to others.',
  },
  'unknown-block': {
    says: 'The scheme has no block called “{text}”.',
    expected: 'One of {known}.',
    mend: `{near, select, none {Choose a block of the scheme, or add it to the scheme.} other {Did you mean {near}?}}`,
    explains:
      'A category is a block of the scheme, one that the scheme had before it was revised, or one of the default scheme.',
  },
  cycle: {
    says: '{ring} goes round in a circle.',
    expected: `{what, select, in {Circles within circles, and no circle within itself.} other {Activities in baskets, and no basket within itself.}}`,
    mend: `{what, select, in {Remove in from one of them.} other {Take one of them out of includes.}}`,
    explains:
      'A circle cannot be part of itself, nor a basket. Activities that serve one another in a circle are fine.',
  },
  'bad-weights': {
    says: `{all, select, zero {All weights of “{key}” are zero.} other {The weight “{text}” is no weight.}}`,
    expected: 'Weights of zero or more, at least one of them above zero. They are made to sum to 1.',
    mend: `{all, select, zero {Give at least one of them a weight above zero, or leave out {key}.} other {Write a number of zero or more.}}`,
    explains: 'Weights say where the worth of an activity goes. If all are zero it goes nowhere.',
  },
  'unclear-change': {
    says: `{verbs, plural, =0 {This change does not say what happens.} other {This change says # things at once.}}`,
    expected: 'One of end, start, set with to, times with of, cut, add, and move with to.',
    mend: `{verbs, plural, =0 {Add one of these verbs.} other {Make it several changes.}}`,
    explains: 'Each change of a scenario does one thing at one time, so that one can be taken out again.',
  },
});
