/**
 * Lines of iCalendar (RFC 5545, section 3.1): folded at 75 bytes and never within a character, ended with CR LF, text
 * escaped. Knows nothing of calendars.
 */

const MOST_BYTES = 75;

/** A text as a value: backslash, comma, semicolon and line ends escaped; control characters left out. */
export function textValue(words: string): string {
  return (
    words
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they may not stand in a calendar
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

/** One content line, folded. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > MOST_BYTES) {
      parts.push(part);
      // The space that begins a continuation counts.
      part = ' ';
      bytes = 1;
    }
    part += letter;
    bytes += size;
  }
  return `${[...parts, part].join('\r\n')}\r\n`;
}
