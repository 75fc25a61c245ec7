/**
 * How wide words are in the picture's two faces, so that labels can be placed without a screen. Advance widths in
 * hundredths of the size, read once from Shantell Sans 500 and Source Sans 3 400 and 600. Other faces come close.
 */

export type Face = 'hand' | 'data' | 'strong';

/** For the characters 32 to 126. */
const HAND =
  '34 28 47 96 70 94 65 27 45 43 49 70 27 50 28 38 70 43 70 70 70 62 70 70 70 70 29 29 70 70 70 48 88 74 60 61 68 64 57 77 73 55 61 66 55 98 77 73 60 74 70 56 62 67 69 97 65 61 62 48 38 48 61 70 36 64 60 51 65 58 38 63 64 29 28 60 32 88 63 62 57 60 50 51 45 60 57 88 54 59 61 53 30 53 70';
const DATA =
  '20 29 43 50 50 82 61 25 30 30 42 50 25 31 25 35 50 50 50 50 50 50 50 50 50 50 25 25 50 50 50 43 85 54 59 57 62 53 49 62 65 26 48 58 49 73 65 66 57 66 57 53 54 65 52 79 51 48 54 30 35 30 50 50 54 50 55 46 56 50 29 50 54 25 25 50 26 83 55 54 56 56 35 42 34 54 47 72 45 47 43 30 24 30 50';
const STRONG =
  '20 32 48 51 51 84 64 28 32 32 44 51 28 32 28 34 51 51 51 51 51 51 51 51 51 51 28 28 51 51 51 44 88 56 60 58 63 54 51 63 66 28 49 60 50 75 66 67 58 67 59 55 55 66 54 80 54 50 54 32 34 32 51 50 55 52 56 46 56 51 32 52 56 26 26 52 27 84 56 55 56 56 37 43 36 56 50 75 48 50 44 32 26 32 51';

const WIDTHS: Readonly<Record<Face, readonly number[]>> = {
  hand: HAND.split(' ').map(Number),
  data: DATA.split(' ').map(Number),
  strong: STRONG.split(' ').map(Number),
};

/** Letters with a sign above are as wide as the letter; what is not in the table counts as a wide letter. */
const OTHER: Readonly<Record<Face, number>> = { hand: 72, data: 60, strong: 62 };
const QUOTES = '‘’“”';

function letterWidth(letter: string, face: Face): number {
  const plain = letter.normalize('NFD').charCodeAt(0);
  const known = WIDTHS[face][plain - 32];
  if (known !== undefined) return known;
  if (QUOTES.includes(letter)) return face === 'hand' ? 51 : 48;
  if (letter.codePointAt(0)! > 0x2e80) return 105;
  return OTHER[face];
}

/** Width of a line in px. */
export function lineWidth(text: string, face: Face, size: number): number {
  let hundredths = 0;
  for (const letter of text) hundredths += letterWidth(letter, face);
  return (hundredths * size) / 100;
}

/** A block of lines with its measures in px. */
export interface Block {
  readonly lines: readonly string[];
  readonly face: Face;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  /** From one line to the next. */
  readonly lead: number;
}

export function block(lines: readonly string[], face: Face, size: number): Block {
  const lead = Math.round(size * 1.2);
  const width = Math.max(0, ...lines.map((line) => lineWidth(line, face, size)));
  return { lines, face, size, width, height: lines.length * lead, lead };
}

function cut(word: string, face: Face, size: number, most: number): string {
  if (lineWidth(word, face, size) <= most) return word;
  let kept = word;
  while (kept.length > 1 && lineWidth(`${kept}…`, face, size) > most) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** Breaks words into lines no wider than `most` px; what does not fit in `lines` lines ends in an ellipsis. */
export function wrap(text: string, face: Face, size: number, most: number, lines: number): Block {
  const broken: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const last = broken.at(-1);
    if (last !== undefined && lineWidth(`${last} ${word}`, face, size) <= most)
      broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word);
  }
  if (broken.length > lines) {
    const rest = broken.slice(lines - 1).join(' ');
    broken.splice(lines - 1, broken.length, rest);
  }
  return block(
    broken.map((line) => cut(line, face, size, most)),
    face,
    size,
  );
}

/** The narrowest breaking into at most `lines` lines whose words are whole: for round plates. */
export function wrapRound(text: string, face: Face, size: number, most: number, lines: number): Block {
  let best = wrap(text, face, size, most, lines);
  for (let width = most; width >= 36; width -= 6) {
    const tried = wrap(text, face, size, width, lines);
    if (tried.lines.some((line) => line.endsWith('…')) && !best.lines.some((line) => line.endsWith('…')))
      break;
    if (Math.hypot(tried.width, tried.height) < Math.hypot(best.width, best.height)) best = tried;
  }
  return best;
}
