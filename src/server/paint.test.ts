/** Drawings are painted in our own typefaces, as wide as was asked for within bounds. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { imageWidth, paint, unpacked } from '#server/paint';
import { typefacesFor } from '#server/typefaces';

const woff = readFileSync(
  createRequire(import.meta.url).resolve(
    '@fontsource/shantell-sans/files/shantell-sans-latin-500-normal.woff',
  ),
);

const drawing = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100" width="400" height="100"><rect width="400" height="100" fill="#fff"/>${inner}</svg>`;
const word = (family: string, text = 'Potluck') =>
  drawing(`<text x="10" y="60" font-family="${family}" font-weight="500" font-size="40">${text}</text>`);
const size = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('unpacked', () => {
  test('is a TrueType file whose tables lie where its head says', () => {
    const ttf = unpacked(woff, 'Shantell Sans', 500);
    expect(ttf.readUInt32BE(0)).toBe(0x00010000);
    const count = ttf.readUInt16BE(4);
    expect(count).toBeGreaterThan(8);
    const tags = Array.from({ length: count }, (_, at) => ttf.toString('latin1', 12 + at * 16, 16 + at * 16));
    expect(tags).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'name']));
    const last = 12 + (count - 1) * 16;
    expect(ttf.readUInt32BE(last + 8) + ttf.readUInt32BE(last + 12)).toBeLessThanOrEqual(ttf.length);
    expect(ttf.includes(Buffer.from('Shantell Sans', 'utf16le').swap16())).toBe(true);
    expect(ttf.includes(Buffer.from('Shantell Sans Medium', 'utf16le').swap16())).toBe(false);
  });

  test('refuses what is no WOFF', () => {
    expect(() => unpacked(Buffer.from('wOF2'), 'x', 400)).toThrow('not a WOFF file');
  });
});

describe('paint', () => {
  test('twice the drawing unless said, else as wide as asked', async () => {
    expect(size(await paint(drawing('')))).toEqual([800, 200]);
    expect(size(await paint(drawing(''), 600))).toEqual([600, 150]);
  });

  test('words are set in the typeface that is asked for, not in one for all', async () => {
    const [hand, data, empty] = await Promise.all([
      paint(word('Shantell Sans')),
      paint(word('Source Sans 3')),
      paint(drawing('')),
    ]);
    expect(Buffer.compare(hand, data)).not.toBe(0);
    expect(data.length).toBeGreaterThan(empty.length);
  });

  test('letters beyond Latin 1 are painted too', async () => {
    const [plain, crossed, nothing] = await Promise.all(
      ['L', 'Ł', ''].map((text) => paint(word('Shantell Sans', text))),
    );
    expect(Buffer.compare(plain ?? new Uint8Array(), crossed ?? new Uint8Array())).not.toBe(0);
    expect(crossed?.length).toBeGreaterThan(nothing?.length ?? 0);
  });

  test('no image is wider or holds more dots than is sensible', () => {
    expect(imageWidth({ width: 1000, height: 1000 })).toBe(2000);
    expect(imageWidth({ width: 1000, height: 100 }, 99_999)).toBe(6000);
    expect(imageWidth({ width: 1000, height: 1000 }, 5)).toBe(200);
    const tall = imageWidth({ width: 100, height: 100_000 }, 6000);
    expect(tall * tall * 1000).toBeLessThanOrEqual(48_000_000);
  });
});

test('extended Latin is embedded only where a text needs it', () => {
  expect(typefacesFor('Ana').match(/@font-face/g)).toHaveLength(4);
  expect(typefacesFor('Łódź').match(/@font-face/g)).toHaveLength(8);
  expect(typefacesFor('Ana', 'page').match(/@font-face/g)).toHaveLength(5);
});
