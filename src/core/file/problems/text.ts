/** Problems of the text as a whole: it cannot be read as YAML, or not within reason. */
import { defineProblems } from '#core/file/problems/define';

export const textProblems = defineProblems({
  'empty-file': {
    says: 'This file is empty.',
    expected: 'A community file, which begins with potluck: 1.',
    mend: 'Begin with the three lines potluck: 1, id: our-community and name: Our community.',
    explains: 'There is nothing to read: no text, or only comments.',
  },
  'not-text': {
    says: 'This is not a text file: it holds a character that no text holds.',
    expected: 'A YAML or JSON text in UTF-8.',
    mend: 'Save the file as plain text in UTF-8. A spreadsheet or a word processor document has to be exported first.',
    explains:
      'The file holds control characters, as pictures, archives and office documents do. Nothing else of it is read.',
  },
  'too-large': {
    says: 'This file has {size, number} characters, more than the {most, number} that are read.',
    expected: 'At most {most, number} characters.',
    mend: 'Leave out what does not describe the community, or describe two communities in two files.',
    explains:
      'A text of this size cannot be checked within a second or two. Fifty thousand flows fit into what is read.',
  },
  'too-deep': {
    says: 'Things are nested too deeply here to be read.',
    expected:
      'A map of sections, each a map or a list of things; nothing in the format is nested more than ten deep.',
    mend: 'Look for brackets or dashes that are opened again and again and never closed.',
    explains: 'Deep nesting is no part of the format. It is mostly a sign of a file that is something else.',
  },
  'too-many-aliases': {
    says: 'The reference “{text}” repeats too much, or repeats itself.',
    expected: 'At most {most, number} values repeated by references such as *name.',
    mend: 'Write the values out where they are needed.',
    explains:
      'YAML can name a value with &name and repeat it with *name. Repeats of repeats grow without end, so they are counted.',
  },
  'yaml-syntax': {
    says: `{reason, select,
      colons {There are two colons here, so I cannot tell where the text begins.}
      tab {This line is moved in with a tab.}
      quote {This quote is opened and never closed.}
      bracket {This bracket is never closed, or a line within it is not moved in.}
      comma {Something is missing between two entries here.}
      colon {This line has no colon, so I cannot tell what it is.}
      indent {This line is moved in differently from the lines it belongs to.}
      sign {A text cannot begin with this character.}
      dash {A lone dash begins a list, and no list can begin here.}
      unexpected {After what stands before it, this is one thing too many on its line.}
      alias {The reference “{text}” has no value with that name before it.}
      backslash {There is a backslash in this quoted text that means nothing.}
      other {I cannot read this as YAML.}}`,
    expected: `{reason, select,
      colons {One colon between a key and its value; a text with a colon in it stands in quotes.}
      tab {Spaces at the beginning of a line.}
      quote {A quote at the end of the text too.}
      bracket {A closing bracket for each one that is opened, and lines within it moved in.}
      comma {A comma between the entries in brackets.}
      colon {A key, a colon and a value on each line.}
      indent {The same number of spaces before all keys of one map.}
      sign {A text in quotes, where it begins with a special character.}
      dash {A text in quotes, where it is only a dash.}
      unexpected {One value after a colon or dash.}
      other {YAML, as in the example of the reference.}}`,
    mend: `{reason, select,
      colons {Put the text after the first colon in quotes.}
      tab {Replace the tab by two spaces.}
      quote {Add the closing quote.}
      bracket {Add the closing bracket, or move the lines in.}
      comma {Add the comma.}
      colon {Add the colon, or put the text in quotes.}
      indent {Move the line in like its neighbours.}
      sign {Put the text in quotes.}
      dash {Put the dash in quotes, as in sign: "-".}
      unexpected {Remove it, or put the whole text in quotes.}
      alias {Put the text in quotes, if the star belongs to it.}
      backslash {Write the backslash twice, or use single quotes.}
      other {Compare the line with the example of the reference.}}`,
    explains:
      'The text breaks a rule of YAML. What stands before it has been checked; what stands after it is checked once it is mended.',
  },
  'several-documents': {
    says: 'A second document begins here.',
    expected: 'One community in one file.',
    mend: 'Remove the line of three dashes, or move what follows into a file of its own.',
    explains:
      'A line of three dashes begins a second YAML document. Only one is read, and nothing is dropped in silence.',
  },
  'strange-tag': {
    says: 'The tag “{text}” means nothing in a community file.',
    expected: 'A plain value without a tag.',
    mend: 'Remove {text}.',
    explains:
      'YAML tags begin with an exclamation mark and ask a program to read a value in its own way. This format has none.',
  },
  'not-a-community': {
    says: 'This is {shape, select, list {a list} map {a map} text {a text} number {a number} other {a single value}}, not a description of a community.',
    expected: 'A map of keys, which begins with potluck: 1.',
    mend: 'Begin with the three lines potluck: 1, id: our-community and name: Our community.',
    explains: 'The outermost thing of the file must be a map with keys such as parties and flows.',
  },
  'too-many-problems': {
    says: '{more, plural, one {There is # further problem that is not listed.} other {There are # further problems that are not listed.}}',
    expected: 'A file of which most can be read.',
    mend: 'Mend some of those listed above and check again.',
    explains:
      'Only the first problems are listed in full, so that a wholly different file does not drown everything.',
  },
});
