/**
 * The typefaces of pictures and pages that stand alone, as rules with the letters in them, so that they look the same where
 * they are not installed. Latin always, extended Latin where a text needs it. They are read from the shipped packages,
 * once. Nothing is fetched.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Family, package and weight of every face that a picture is set in. */
export const FACE_FILES = [
  ['Shantell Sans', 'shantell-sans', 500],
  ['Source Sans 3', 'source-sans-3', 400],
  ['Source Sans 3', 'source-sans-3', 600],
  ['Vollkorn', 'vollkorn', 600],
] as const;

/** What a page tells in, beside the faces of the picture. */
const STORY_FACE = ['Vollkorn', 'vollkorn', 400] as const;

export const SUBSETS = ['latin', 'latin-ext'] as const;
type Face = (typeof FACE_FILES)[number] | typeof STORY_FACE;
type Subset = (typeof SUBSETS)[number];

/** The letters of each subset, as the packages cut them. */
const RANGES: Readonly<Record<Subset, string>> = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2C60-2C7F,U+A720-A7FF',
};
const EXTENDED =
  /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1d00-\u1dbf\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0\u2c60-\u2c7f\ua720-\ua7ff]/;

const read = new Map<string, string>();

function rule([family, , weight]: Face, subset: Subset, source: string): string {
  const range = subset === 'latin' ? '' : `;unicode-range:${RANGES[subset]}`;
  return `@font-face{font-family:"${family}";font-weight:${weight};src:${source} format("woff2")${range}}`;
}

function embedded(face: Face, subset: Subset): string {
  const [, name, weight] = face;
  const key = `${name} ${weight} ${subset}`;
  let made = read.get(key);
  if (made === undefined) {
    const { resolve } = createRequire(import.meta.url);
    const file = readFileSync(resolve(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff2`));
    made = rule(face, subset, `url(data:font/woff2;base64,${file.toString('base64')})`);
    read.set(key, made);
  }
  return made;
}

/** The `@font-face` rules for `picture`, about 140 kB. Throws where the packages are not installed. */
export function embeddedTypefaces(): string {
  return FACE_FILES.map((face) => embedded(face, 'latin')).join('\n');
}

/** The rules for the letters of a text: extended Latin only where it is used. A page has the face of stories as well. */
export function typefacesFor(text: string, what: 'picture' | 'page' = 'picture'): string {
  const faces: readonly Face[] = what === 'page' ? [...FACE_FILES, STORY_FACE] : FACE_FILES;
  const subsets: readonly Subset[] = EXTENDED.test(text) ? SUBSETS : ['latin'];
  return faces.flatMap((face) => subsets.map((subset) => embedded(face, subset))).join('\n');
}

/** The same faces as files of the web application, for pages that the server itself makes. */
export function servedTypefaces(): string {
  return [...FACE_FILES, STORY_FACE]
    .flatMap((face) =>
      SUBSETS.map((subset) => {
        const [, name, weight] = face;
        return rule(face, subset, `url(/assets/${name}-${subset}-${weight}-normal.woff2)`).replace(
          '}',
          ';font-display:swap}',
        );
      }),
    )
    .join('\n');
}

/** What an SVG with these typefaces may do where it is opened by itself: use them, and nothing else. */
export function picturePolicy(faces: string = embeddedTypefaces()): string {
  const hash = createHash('sha256').update(faces).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
