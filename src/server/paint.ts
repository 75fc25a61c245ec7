/**
 * Paints a drawing as PNG, set in the typefaces that Potluck ships. The painter reads plain TrueType, so the packed
 * files of the packages (WOFF) are unpacked once into a folder of the system for passing things. Nothing is fetched, and
 * no typeface of the machine is used: the same drawing gives the same image everywhere.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { FACE_FILES, SUBSETS } from '#server/typefaces';

/** Px: no image is wider, so that nobody can ask for one that fills the memory. */
export const WIDEST_IMAGE = 6000;
export const NARROWEST_IMAGE = 200;
/** Twice the size at which it is drawn: sharp on today's screens. */
const SHARP = 2;
/** No more dots than this, whatever the shape. */
const MOST_DOTS = 48_000_000;

const WOFF = 0x774f4646;

/**
 * The names of a typeface, as its `name` table. The packages call a half-bold Vollkorn "Vollkorn SemiBold"; a drawing asks
 * for the family and a weight. Source: OpenType, the naming table, format 0.
 */
function namesOf(family: string, weight: number): Buffer {
  const names = [
    [1, family],
    [2, 'Regular'],
    [4, `${family} ${weight}`],
    [6, `${family.replaceAll(' ', '')}-${weight}`],
  ] as const;
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const head = Buffer.alloc(6 + names.length * 12);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  let at = 0;
  names.forEach(([id], index) => {
    const length = texts[index]?.length ?? 0;
    // Windows, Unicode, American English: what every reader looks for first.
    [3, 1, 0x409, id, length, at].forEach((value, place) => {
      head.writeUInt16BE(value, 6 + index * 12 + place * 2);
    });
    at += length;
  });
  return Buffer.concat([head, ...texts]);
}

/**
 * The TrueType file inside a WOFF 1.0 file, called by this family. Throws where it is none. Source: W3C, WOFF File Format
 * 1.0, section 3.
 */
export function unpacked(woff: Buffer, family: string, weight: number): Buffer {
  if (woff.length < 44 || woff.readUInt32BE(0) !== WOFF) throw new Error('not a WOFF file');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = 44 + at * 20;
    const [offset, packed, length] = [4, 8, 12].map((by) => woff.readUInt32BE(entry + by)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    const tag = woff.subarray(entry, entry + 4);
    const whole = packed < length ? inflateSync(bytes) : bytes;
    const data = tag.toString('latin1') === 'name' ? namesOf(family, weight) : whole;
    return { tag, sum: woff.readUInt32BE(entry + 16), data };
  });
  const power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + count * 16);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((count - power) * 16, 10);
  const parts: Buffer[] = [head];
  let at = head.length;
  tables.forEach(({ tag, sum, data }, index) => {
    const entry = 12 + index * 16;
    tag.copy(head, entry);
    head.writeUInt32BE(sum, entry + 4);
    head.writeUInt32BE(at, entry + 8);
    head.writeUInt32BE(data.length, entry + 12);
    const padding = (4 - (data.length % 4)) % 4;
    parts.push(data, Buffer.alloc(padding));
    at += data.length + padding;
  });
  return Buffer.concat(parts);
}

let files: readonly string[] | null = null;

/** Paths of the unpacked typefaces, made when they are first needed. */
function typefaceFiles(): readonly string[] {
  const { resolve } = createRequire(import.meta.url);
  files ??= FACE_FILES.flatMap(([family, name, weight]) =>
    SUBSETS.map((subset) => {
      const woff = readFileSync(resolve(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff`));
      const ttf = unpacked(woff, family, weight);
      // Named by what is in it: a file of that name with other bytes cannot be taken for ours.
      const mark = createHash('sha256').update(ttf).digest('hex').slice(0, 24);
      const folder = join(tmpdir(), `potluck-typefaces-${process.getuid?.() ?? 'own'}`);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${name}-${subset}-${weight}-${mark}.ttf`);
      if (sizeOf(path) !== ttf.length) {
        const next = `${path}.${process.pid}`;
        writeFileSync(next, ttf, { mode: 0o600 });
        renameSync(next, path);
      }
      return path;
    }),
  );
  return files;
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return -1;
  }
}

/** Px of the image: what was asked for within bounds, else twice the drawing; never more dots than are sensible. */
export function imageWidth(
  drawn: { readonly width: number; readonly height: number },
  asked?: number,
): number {
  const wanted = Math.min(WIDEST_IMAGE, Math.max(NARROWEST_IMAGE, Math.round(asked ?? drawn.width * SHARP)));
  const most = Math.floor(Math.sqrt((MOST_DOTS * drawn.width) / drawn.height));
  return Math.max(1, Math.min(wanted, most));
}

/** Paints an SVG as PNG, `width` px wide (twice the drawing unless said). */
export async function paint(svg: string, width?: number): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const [drawnWidth = 936, drawnHeight = 720] = [
    ...(/^<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []),
  ]
    .slice(1)
    .map(Number);
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: imageWidth({ width: drawnWidth, height: drawnHeight }, width) },
    font: {
      fontFiles: [...typefaceFiles()],
      loadSystemFonts: false,
      defaultFontFamily: 'Source Sans 3',
      serifFamily: 'Vollkorn',
      sansSerifFamily: 'Source Sans 3',
      cursiveFamily: 'Shantell Sans',
    },
  });
  return image.asPng();
}
