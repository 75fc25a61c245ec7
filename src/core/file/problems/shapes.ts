/** Problems of keys and values: something stands where the format has nothing of that shape. */
import { defineProblems } from '#core/file/problems/define';

const SHAPES = `{shape, select,
  map {Keys with values, such as name: The garden.}
  list {A list, such as [ana, ben].}
  entry {An entry with an id, such as '{'id: ana, name: Ana'}'.}
  things {A map from ids to things, such as ana: '{'name: Ana'}'.}
  text {A text, or one text for each language.}
  word {A single word or text.}
  yesno {yes or no.}
  number {A number.}
  whole {A whole number.}
  share {A number from 0 to 1.}
  evidence {The id of a source, or keys such as source and how.}
  position {Two numbers, such as '{'x: 120, y: 80'}'.}
  levels {For each kind one of hidden, existence, aggregate, range and exact.}
  weights {Ids with weights, such as '{'gardeners: 0.7, street: 0.3'}'.}
  date {A date such as 2009, 2009-10 or 2009-10-08.}
  amount {An amount such as 12 h/month.}
  id {The id of a thing.}
  scheme {The word community, or a scheme of your own with id, version and blocks.}
  other {Another value.}}`;

export const shapeProblems = defineProblems({
  'unknown-key': {
    says: `{comma, select, yes {I do not know the key “{text}”. It may be the end of a text with a comma in it.} other {I do not know the key “{text}”.}}`,
    expected: 'One of these keys: {known}.',
    mend: `{comma, select,
      yes {Put the text before it in quotes, if it goes on after the comma.}
      other {{near, select,
        none {Remove it, or call it x-{text} if it is meant for yourselves.}
        other {Did you mean {near}? A key of your own may be called x-{text}.}}}}`,
    explains:
      'Every key has a meaning, so a mistyped one would lose what you wrote. Keys that begin with x- are yours and are kept as they are.',
  },
  'duplicate-key': {
    says: 'The key “{text}” is here twice; the first one is on line {line}.',
    expected: 'Each key once.',
    mend: 'Remove one of the two, or give one another name.',
    explains: 'In a map each key can stand only once: of two, one would be lost.',
  },
  'duplicate-id': {
    says: 'There are two things called “{text}”; the first one is on line {line}.',
    expected: 'An id that is used once in the whole file, since a reference is just an id.',
    mend: 'Rename one of them, and the references that mean it.',
    explains:
      'Ids are unique across the whole file, including needs, pockets and scenarios. Sources, kinds, audiences and blocks have name spaces of their own.',
  },
  'bad-id': {
    says: 'The id “{text}” is not written as ids are.',
    expected: 'Small letters a to z, digits and hyphens, beginning with a letter or digit.',
    mend: 'Write {near}, and put what people call it under name.',
    explains:
      'Ids go into references, addresses and other programs; the name may be in any script and language.',
  },
  'reserved-id': {
    says: 'The id “{text}” already means something else.',
    expected: 'An id other than outside, past, future, ecosystem, made, loss and withheld.',
    mend: 'Choose another id, for example our-{text}.',
    explains:
      'These words name the boundary of a community, its reserves, its unrenewed wear and the ends of flows that begin or are lost.',
  },
  'missing-key': {
    says: `{whole, select, yes {The file does not say “{key}”.} entry {An entry of {thing} does not say “{key}”.} other {“{thing}” does not say “{key}”.}}`,
    expected: `{key, select,
      from {Where the flow comes from, such as from: ana.}
      to {Where the flow goes, such as to: kitty.}
      id {An id, such as id: our-garden.}
      sign {The sign + or -, such as sign: "+".}
      law {One of conserved, perishable, copyable and relational.}
      between {Two parties, such as between: [core, gardeners].}
      text {What it is, in words.}
      other {The key {key}.}}`,
    mend: 'Add the key {key}.',
    explains: 'Most keys may be left out, and are then unknown. Without this one the thing says nothing.',
  },
  'wrong-shape': {
    says: `{found, select,
      map {Here are keys with values, where something else is expected.}
      list {Here is a list, where something else is expected.}
      number {The number “{text}” cannot stand here.}
      other {I cannot read “{text}” here.}}`,
    expected: SHAPES,
    mend: 'Compare it with the example of the reference, and write it in that shape.',
    explains:
      'The key is known, but its value has another shape: a list where a text is expected, a text where there should be keys.',
  },
  'unknown-word': {
    says: 'I do not know “{text}” as a value of “{key}”.',
    expected: 'One of {known}.',
    mend: `{near, select, none {Choose one of them.} other {Did you mean {near}?}}`,
    explains: 'This key takes one of a few words, each with a meaning of its own.',
  },
  'not-a-number': {
    says: '“{text}” is not a number that can be used.',
    expected: 'An ordinary number, or unknown.',
    mend: 'Write the number out, or unknown if nobody knows it.',
    explains:
      'NaN and infinity come out of spreadsheets and programs. Where a number is not known, say so: unknown is a value.',
  },
  'out-of-range': {
    says: '“{text}” is outside what “{key}” can be.',
    expected: `{range, select,
      share {A number from 0 to 1, or a percentage up to 100 %.}
      positive {A number above 0.}
      whole {A whole number, 0 or more.}
      version {A whole number, 1 or more.}
      other {A number, 0 or more.}}`,
    mend: 'Write a number within that range.',
    explains: 'Shares, energy, trust and adoption run from 0 to 1; counts and factors are not negative.',
  },
  'missing-version': {
    says: 'The file does not say which version of the format it is written in.',
    expected: 'The line potluck: 1 at the beginning.',
    mend: 'Add the line potluck: 1.',
    explains:
      'The version lets a later Potluck bring the file up to date without loss. Without it version 1 is assumed.',
  },
  'bad-version': {
    says: '“{text}” is no version of the format.',
    expected: 'A whole number. This is version {current, number}.',
    mend: 'Write potluck: {current, number}.',
    explains: 'Versions of the format are whole numbers.',
  },
  'newer-version': {
    says: 'This file is written in version “{text}” of the format, and I know only versions up to {current, number}.',
    expected: 'At most version {current, number}.',
    mend: 'Open it with a newer Potluck.',
    explains: 'A newer file may hold things that would be lost or misread here, so nothing of it is read.',
  },
});
