/** Keeps words words where they are written into Markdown. Knows nothing of what is written. */

/** Words that stay words in Markdown, on one line. */
export function escaped(text: string): string {
  const line = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these have no place in a line
    .replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029\s]+/g, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]{}|~#!$^]/g, '\\$&')
    // An address would become a link by itself.
    .replace(/:\/\//g, ':&#47;/')
    .replace(/\b(www)\./gi, '$1&#46;')
    .replaceAll('@', '&#64;');
  // What would begin a list, a rule, a heading or a definition.
  return line.replace(/^([-+=:])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2');
}
