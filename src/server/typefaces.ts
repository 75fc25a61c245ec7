/**
 * The typefaces of a picture that stands alone, as rules with the letters in them (Latin), so that it looks the same where
 * they are not installed. They are read from the shipped packages, once. Nothing is fetched.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Family, package and weight of every face that a picture is set in. */
const FACES = [
  ['Shantell Sans', 'shantell-sans', 500],
  ['Source Sans 3', 'source-sans-3', 400],
  ['Source Sans 3', 'source-sans-3', 600],
  ['Vollkorn', 'vollkorn', 600],
] as const;

let read: string | null = null;

/** The `@font-face` rules for `picture`, about 140 kB. Throws where the packages are not installed. */
export function embeddedTypefaces(): string {
  const { resolve } = createRequire(import.meta.url);
  read ??= FACES.map(([family, name, weight]) => {
    const file = readFileSync(resolve(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`));
    return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${file.toString('base64')}) format("woff2")}`;
  }).join('\n');
  return read;
}

/** What an SVG with these typefaces may do where it is opened by itself: use them, and nothing else. */
export function picturePolicy(): string {
  const hash = createHash('sha256').update(embeddedTypefaces()).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
