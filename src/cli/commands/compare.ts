/** `potluck compare`: communities, or one community on several days, side by side. */
import { json } from '#cli/answer';
import { type Call, CallError, type Command, type World } from '#cli/command';
import { compareText } from '#cli/comparison';
import { type Looked, lookAt } from '#cli/load';
import { problemsText } from '#cli/problems';
import { callError, WRONG, WRONG_FILE, WRONG_USE } from '#cli/wrong';
import type { View } from '#core/audience/view';
import { FEWEST, MOST } from '#core/compare/compare';
import { compareReport, emptyCompare, readPicks, Unpicked } from '#core/compare/report';
import { middleDay } from '#core/model/dates';

export const compare: Command = {
  name: 'compare',
  takes: 'FILE FILE…',
  answers: 'communities side by side',
  about:
    'Sets two to six communities side by side: one row a common block of their schemes, each in its own words, with measures and their bands, the questions each raises, and what only one has. One file and several days, with commas between, sets a community beside itself. ' +
    'With --pick it looks for two communities that are in a like position and further along on these measures, with what they pay for it and what they lack. Nobody is ranked.',
  options: [
    {
      name: 'pick',
      value: 'MEASURES',
      says: 'measures to move on, with commas between: robust,-gini (a sign says which way where the measure does not)',
    },
    {
      name: 'among',
      value: 'FILES',
      says: 'further files, with commas between, among which --pick may look',
    },
  ],
  examples: [
    'potluck compare cases/km4dev/community.yaml cases/euforic/community.yaml',
    'potluck compare cases/km4dev/community.yaml --as-of 2007,2012',
  ],
  run: async (call, world) => {
    const asked = sidesOf(call);
    const picked = picksOf(call);
    const audience = call.options.get('audience') ?? 'stewards';
    // All are read before anything is told, so that a wrong call says only what is wrong with it.
    const looked: Looked[] = [];
    for (const { path, day } of asked) looked.push(await lookAt(path, seenFrom(call, day), world));
    const views = looked.flatMap(({ view }) => (view === null ? [] : [view]));
    const files = [...new Map(looked.map((one) => [one.loaded.path, one.loaded])).values()];
    const problems = files.flatMap((file) => file.problems);
    const isJson = call.options.has('json');
    const complete = views.length === looked.length;
    const among = complete ? await amongViews(call, world) : [];
    const report = complete
      ? compareReport(views, { picked, among, problems })
      : emptyCompare(audience, problems);
    for (const file of files) tellProblems(file, world);
    if (isJson) world.out(json(report));
    else if (complete) world.out(compareText(report, world.columns));
    return complete ? 0 : 1;
  },
};

/** The further files of `--among`, each as its own day has it; one with mistakes is told and left out. */
async function amongViews(call: Call, world: World): Promise<View[]> {
  const paths = (call.options.get('among') ?? '').split(',').map((path) => path.trim());
  const views: View[] = [];
  for (const path of paths.filter((one) => one !== '')) {
    const { view, loaded } = await lookAt(path, seenFrom(call, null), world);
    tellProblems(loaded, world);
    if (view !== null) views.push(view);
  }
  return views;
}

function tellProblems({ problems, text }: Looked['loaded'], world: World): void {
  if (problems.length > 0) world.err(problemsText(problems, text, world.columns));
}

/** The file and the day of each side: many files on one day or each on its own, or one file on several days. */
function sidesOf(call: Call): readonly { readonly path: string; readonly day: string | null }[] {
  const days = daysOf(call);
  const [path, ...more] = call.words;
  if (path === undefined) throw callError(WRONG_FILE.whichOnes());
  const count = more.length === 0 ? days.length : call.words.length;
  if (count > MOST) throw callError(WRONG_USE.sidesMost({ most: String(MOST), count: String(count) }));
  if (count < FEWEST)
    throw callError(WRONG_USE.sidesAlone({ call: `potluck compare ${path} --as-of 2007,2012` }));
  if (more.length === 0) return days.map((day) => ({ path, day }));
  if (days.length > 1 && days.length !== count)
    throw callError(WRONG_USE.sidesDays({ files: String(count), days: String(days.length) }));
  return call.words.map((one, at) => ({ path: one, day: days[at] ?? days[0] ?? null }));
}

function daysOf(call: Call): readonly string[] {
  const text = call.options.get('as-of');
  if (text === undefined) return [];
  return text.split(',').map((day) => {
    const trimmed = day.trim();
    if (middleDay(trimmed) === null)
      throw callError(WRONG.dates({ given: trimmed === '' ? WRONG.nothingFirst().text : trimmed }));
    return trimmed;
  });
}

/** The call as if it were about one file on one day. */
function seenFrom(call: Call, day: string | null): Call {
  const options = new Map(call.options);
  if (day === null) options.delete('as-of');
  else options.set('as-of', day);
  return { words: call.words, options };
}

function picksOf(call: Call) {
  const text = call.options.get('pick');
  if (text === undefined) return [];
  try {
    const picked = readPicks(text.split(','));
    if (picked.length === 0) throw callError(WRONG_USE.picks());
    return picked;
  } catch (error) {
    if (error instanceof Unpicked) throw new CallError(error.message);
    throw error;
  }
}
