import { describe, expect, test } from 'vitest';
import { bare, isPlural, withThe, withTheIfOne, writingOf } from '#core/words/nouns';

const writing = writingOf([
  'The core group keeps Ning beside Dgroups. Swiss money came.',
  'Notes of the core group are public, and southern winds blow. Paid in Swiss francs.',
  'Ning was added.',
]);

describe('names in the middle of a sentence', () => {
  test('common nouns lose their capital and gain an article', () => {
    expect(withThe('Core group', writing)).toBe('the core group');
    expect(withThe('The street', writing)).toBe('the street');
    expect(withThe("This month's moderator", writing)).toBe("this month's moderator");
    expect(withThe('Anyone', writing)).toBe('anyone');
  });

  test('proper names stay as they are', () => {
    expect(withThe('Ning', writing)).toBe('Ning');
    expect(withThe('SDC', writing)).toBe('SDC');
    expect(withThe('Bellanet, IDRC', writing)).toBe('Bellanet, IDRC');
    expect(bare('Swiss francs', writing)).toBe('Swiss francs');
    expect(bare('Zumba', writing)).toBe('Zumba');
  });

  test('what is done takes an article only where it is one thing', () => {
    expect(withTheIfOne('Mailing list', writing)).toBe('the mailing list');
    expect(withTheIfOne('Gatherings', writing)).toBe('gatherings');
    expect(withTheIfOne('Online learning', writing)).toBe('online learning');
    expect(withTheIfOne('Moderation', writing)).toBe('moderation');
    expect(withTheIfOne('Fares for Southern guests', writing)).toBe('fares for Southern guests');
    expect(withTheIfOne('Study of itself', writing)).toBe('the study of itself');
  });

  test('what is told by its verb takes none: it is a doing, not a thing', () => {
    expect(withThe('Teaching how to fix', writing)).toBe('teaching how to fix');
    expect(withTheIfOne('Teaching how to fix', writing)).toBe('teaching how to fix');
    expect(withTheIfOne('Lending the van', writing)).toBe('lending the van');
    expect(withTheIfOne('Fixing bikes', writing)).toBe('fixing bikes');
    const said = writingOf(['Peter looks after the website.']);
    expect(withThe('Looks after the website', said)).toBe('looks after the website');
    // A thing that is named by what is done with it keeps its article.
    expect(withTheIfOne('Gathering of the street', writing)).toBe('the gathering of the street');
    expect(withTheIfOne('Mailing list', writing)).toBe('the mailing list');
  });

  test('plural is seen in the word that the rest hangs on, and never in a proper name', () => {
    expect(isPlural('Members', writing)).toBe(true);
    expect(isPlural('Members of the board', writing)).toBe(true);
    expect(isPlural('Core group', writing)).toBe(false);
    expect(isPlural('Helvetas', writing)).toBe(false);
  });
});
