/** The rules of the house that no compiler keeps, each a function from sources to complaints. Reads no disk itself. */

export interface Source {
  /** From the root of the checkout, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Complaint {
  readonly path: string;
  readonly says: string;
}

/** What a rule found, and how many places it looked at: a rule that looked at nothing has kept nothing. */
export interface Kept {
  readonly looked: number;
  readonly complaints: readonly Complaint[];
}

/** Rooms, and whose doors each may open. `core/report` and `core/index` stand at the front and may open all of core. */
const MAY_OPEN: Readonly<Record<string, readonly string[]>> = {
  'core/words': ['core/model'],
  'core/model': [],
  'core/number': ['core/model'],
  'core/file': ['core/model', 'core/words'],
  'core/ledger': ['core/model', 'core/words'],
  'core/audience': ['core/model', 'core/words', 'core/file'],
  'core/analyses': ['core/model', 'core/words', 'core/number', 'core/audience'],
  'core/canvas': ['core/model', 'core/words', 'core/number', 'core/audience', 'core/analyses'],
  'core/questions': ['core/model', 'core/words', 'core/number', 'core/audience', 'core/analyses'],
  // What is said in which order: puts questions and what is due in order, and decides for nobody.
  'core/talk': ['core/model', 'core/words', 'core/audience', 'core/analyses', 'core/questions'],
  // Turns a sentence into changes of the file, for the person to confirm.
  'core/interview': ['core/model', 'core/words', 'core/file', 'core/audience'],
  // A story and a question read findings and name things in the same words.
  'core/story': [
    'core/model',
    'core/words',
    'core/number',
    'core/audience',
    'core/analyses',
    'core/questions',
  ],
  'core/picture': ['core/model', 'core/words', 'core/number', 'core/audience', 'core/analyses'],
  'core/simulate': ['core/model', 'core/words', 'core/number', 'core/audience', 'core/analyses'],
  // To set side by side is to ask the same of each: it takes what findings, questions and stories say of a view.
  'core/compare': [
    'core/model',
    'core/words',
    'core/number',
    'core/audience',
    'core/analyses',
    'core/canvas',
    'core/questions',
    'core/story',
    'core/file',
  ],
  // What is taken along is written from a view: picture, story, questions and the file, as its audience may have them.
  'core/export': [
    'core/model',
    'core/words',
    'core/audience',
    'core/analyses',
    'core/questions',
    'core/story',
    'core/picture',
    'core/simulate',
    'core/file',
  ],
  core: ['core/*'],
  store: ['core', 'core/*'],
  server: ['core', 'core/*', 'store'],
  cli: ['core', 'core/*', 'store', 'server'],
  web: ['core', 'core/*'],
};

/** What the rooms that compute may take from `audience`: the view, and never the door that makes one. */
const VIEW_ONLY = [
  'core/analyses',
  'core/canvas',
  'core/questions',
  'core/story',
  'core/picture',
  'core/simulate',
  'core/compare',
  'core/export',
  'core/talk',
];

/** Packages that core may use, and where: the browser loads core too. */
const CORE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  yaml: ['core/file'],
  '@lingui/core': ['core/words'],
  '@lingui/message-utils': ['core/words'],
  'pure-rand': ['core/number', 'core/simulate'],
  roughjs: ['core/picture'],
};

/** `src/core/file/parse.ts` lives in `core/file`; `src/store/postgres/x.ts` in `store`; `src/core/report.ts` in `core`. */
export function roomOf(path: string): string | null {
  const parts = path.split('/');
  if (parts[0] !== 'src' || parts.length < 3) return null;
  if (parts[1] !== 'core') return parts[1] ?? null;
  return parts.length > 3 ? `core/${parts[2]}` : 'core';
}

export interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

/** Everything a source imports, exports from elsewhere or loads later. */
export function importsOf(text: string): Import[] {
  const found: Import[] = [];
  const code = withoutComments(text);
  for (const match of code.matchAll(/^\s*(?:import|export)\s(?:([^'"`;]*?)\sfrom\s*)?['"]([^'"]+)['"]/gm)) {
    found.push({ from: match[2] ?? '', typeOnly: /^type\s/.test(match[1] ?? '') });
  }
  for (const match of code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g))
    found.push({ from: match[1] ?? '', typeOnly: false });
  return found;
}

/** A source without its comments; texts in quotes stay. */
export function withoutComments(text: string): string {
  return text.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(^|[^:])\/\/.*$/gm,
    (_, quoted: string | undefined, before: string | undefined) => quoted ?? before ?? '',
  );
}

function withoutWords(text: string): string {
  return withoutComments(text).replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, "''");
}

/** Tests, and what only tests import. */
const isTest = (path: string) =>
  /(?:\.test\.tsx?|\/testing\.ts|\/contract(?:\/[\w-]+)?\.ts)$/.test(path) || path.startsWith('test/');

function pathOfImport(from: string): string | null {
  const match = /^#(core|store|server|cli|web)\/(.+)$/.exec(from);
  return match === null ? null : `src/${match[1]}/${match[2]}.ts`;
}

/** Rooms open only the doors of the table; tests may open any door. */
export function importTable(sources: readonly Source[]): Kept {
  const complaints: Complaint[] = [];
  let looked = 0;
  for (const { path, text } of sources) {
    const room = roomOf(path);
    if (room === null || isTest(path)) continue;
    if (!(room in MAY_OPEN)) complaints.push({ path, says: `no room ${room} is in the table` });
    for (const one of importsOf(text)) {
      looked += 1;
      const says = whyNot(room, one);
      if (says !== null) complaints.push({ path, says });
    }
  }
  return { looked, complaints };
}

function whyNot(room: string, { from, typeOnly }: Import): string | null {
  if (from.startsWith('.') && room !== 'web') return `imports ${from}: use # imports`;
  const target = pathOfImport(from);
  if (target === null) return room.startsWith('core') ? whyNotPackage(room, from) : null;
  const to = roomOf(target) ?? '';
  if (to === room) return null;
  if (VIEW_ONLY.includes(room) && to === 'core/audience' && !from.endsWith('/view'))
    return `imports ${from}: only the view`;
  const may = MAY_OPEN[room] ?? [];
  if (may.includes(to) || (to.startsWith('core') && may.includes('core/*'))) return null;
  if (room === 'web' && to === 'server' && typeOnly) return null;
  return `${room} may not open ${to} (${from})`;
}

function whyNotPackage(room: string, from: string): string | null {
  if (from.startsWith('.')) return null;
  const allowed = Object.entries(CORE_PACKAGES).some(
    ([name, rooms]) => (from === name || from.startsWith(`${name}/`)) && rooms.includes(room),
  );
  return allowed ? null : `${room} may not use the package ${from}`;
}

const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b/, 'reads the clock (Date.now)'],
  [/\bnew Date\(\s*\)/, 'reads the clock (new Date())'],
  [/\bDate\(\s*\)/, 'reads the clock (Date())'],
  [/\bMath\.random\b/, 'uses chance (Math.random)'],
  [/\bconsole\b/, 'prints (console)'],
  [/\bperformance\b\./, 'reads the clock (performance)'],
  [/\bglobalThis\b/, 'reaches for the world (globalThis)'],
];

/** Core knows no clock, no chance and no screen. */
export function purity(sources: readonly Source[]): Kept {
  const core = sources.filter(({ path }) => path.startsWith('src/core/') && !isTest(path));
  const complaints = core.flatMap(({ path, text }) => {
    const code = withoutWords(text);
    return IMPURE.filter(([pattern]) => pattern.test(code)).map(([, says]) => ({ path, says }));
  });
  return { looked: core.length, complaints };
}

/** Who may make a view: `disclose`, and those who revive what was disclosed before it reached them. */
const VIEW_MAKERS = [
  /^src\/core\/audience\/disclose\.ts$/,
  /^src\/server\/seen\.ts$/,
  /^src\/store\/discloser\.ts$/,
  /^src\/web\/(?:shared|app)\/[\w-]+\.tsx?$/,
];

/** `View.from(` stands where views are made, and nowhere else. */
export function viewMakers(sources: readonly Source[]): Kept {
  const code = sources.filter(
    ({ path }) => path.startsWith('src/') && !isTest(path) && path !== 'src/core/audience/view.ts',
  );
  const making = code.filter(({ text }) => /\bView\s*\.\s*from\b/.test(withoutWords(text)));
  const complaints = making
    .filter(({ path }) => !VIEW_MAKERS.some((maker) => maker.test(path)))
    .map(({ path }) => ({ path, says: 'makes a View; only disclosure does' }));
  const web = making.filter(({ path }) => path.startsWith('src/web/'));
  if (web.length > 1)
    complaints.push(
      ...web.slice(1).map(({ path }) => ({ path, says: 'makes a View; one loader of the web does' })),
    );
  return { looked: making.length, complaints };
}

/** No file of code is longer than this. */
export const MOST_LINES = 400;

/** Files stay short enough to read. */
export function lengths(sources: readonly Source[]): Kept {
  const complaints = sources.flatMap(({ path, text }) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    return lines > MOST_LINES ? [{ path, says: `${lines} lines; at most ${MOST_LINES}` }] : [];
  });
  return { looked: sources.length, complaints };
}

/** Names say what a file is; components are named after what they export. */
export function names(sources: readonly Source[]): Kept {
  const complaints = sources.flatMap(({ path }) => {
    const file = path.split('/').at(-1) ?? '';
    const stem = file.replace(/(?:\.test|\.d|\.config)?\.\w+$/, '');
    const component = /\.tsx$/.test(file) && /^[A-Z][A-Za-z0-9]*$/.test(stem);
    const says = [];
    if (!component && !/^\.?[a-z0-9]+(?:-[a-z0-9]+)*$/.test(stem)) says.push('kebab-case, please');
    if (/(?:^|-)(?:utils?|helpers?|manager|misc|common)(?:-|$)/.test(stem))
      says.push('says nothing about what it holds');
    return says.map((one) => ({ path, says: `its name: ${one}` }));
  });
  return { looked: sources.length, complaints };
}

/** The first comment says what a file holds. An index of a few lines that only hands on needs none. */
export function firstWords(sources: readonly Source[]): Kept {
  const handsOn = ({ path, text }: Source) => /\/index\.tsx?$/.test(path) && text.split('\n').length <= 12;
  const told = sources.filter(
    (source) => !isTest(source.path) && !source.path.endsWith('.d.ts') && !handsOn(source),
  );
  const complaints = told
    .filter(({ text }) => !/^(?:#!.*\n)?(?:\/\*\*|\/\/ [A-Z])/.test(text))
    .map(({ path }) => ({ path, says: 'does not begin by saying what it holds' }));
  return { looked: told.length, complaints };
}

/** Nothing in the tree names the machine on which it was written. */
export function noMachinePaths(sources: readonly Source[]): Kept {
  const machine = /(?<![\w.-])\/(?:work|farm|root|home\/[a-z]+)\/[\w.-]/;
  const complaints = sources.flatMap(({ path, text }) => {
    const line = text.split('\n').findIndex((one) => machine.test(one));
    return line < 0 ? [] : [{ path, says: `line ${line + 1} names a place on one machine` }];
  });
  return { looked: sources.length, complaints };
}
