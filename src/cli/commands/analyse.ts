/** `potluck analyse`: findings, all or of the named measures. */
import { answer, tellable } from '#cli/answer';
import { numberOption } from '#cli/arguments';
import type { Command } from '#cli/command';
import { findingsText } from '#cli/findings';
import { wrap } from '#cli/layout';
import { dayOption } from '#cli/load';
import { noMeasure } from '#cli/wrong';
import type { RunOptions } from '#core/analyses/define';
import { DEFAULT_RUN } from '#core/analyses/findings-of';
import type { View } from '#core/audience/view';
import { analyseReport, UnknownAnalysis } from '#core/report';

export const analyse: Command = {
  name: 'analyse',
  takes: 'FILE [ID…]',
  answers: 'findings, all measures or the named ones',
  about:
    'Computes what follows from the facts of the file, each kind of resource apart. All amounts are per month. A dash is unknown, which is never zero; in JSON it is null. Bands hold 90 of 100 draws. Every finding names the facts it stands on.',
  options: [
    { name: 'since', value: 'DATE', says: 'for change: the earlier day to compare with' },
    { name: 'limit', value: 'N', says: 'for loops: how many are listed (1,000 unless said)' },
    {
      name: 'draws',
      value: 'N',
      says: `draws for the bands (${DEFAULT_RUN.draws} unless said; 0: no bands)`,
    },
    {
      name: 'seed',
      value: 'N',
      says: `seed of the draws (${DEFAULT_RUN.seed} unless said): same seed, same numbers`,
    },
  ],
  examples: [
    'potluck analyse cases/allotment-school/community.yaml who-bears',
    'potluck analyse my.yaml coverage --as-of 2009 --json',
  ],
  run: (call, world) => {
    const [path, ...ids] = call.words;
    const since = dayOption(call, 'since');
    const options: Partial<RunOptions> = {
      draws: numberOption(call, 'draws', DEFAULT_RUN.draws),
      seed: numberOption(call, 'seed', DEFAULT_RUN.seed),
      ...(since === null ? {} : { since }),
      ...(call.options.has('limit') ? { limit: numberOption(call, 'limit', 1000, 1) } : {}),
    };
    return answer(
      { ...call, words: call.words.slice(0, 1) },
      world,
      {
        json: (view, { loaded }) =>
          known(() => analyseReport(view, { ids, options, problems: tellable(loaded, view) })),
        text: (view: View) =>
          known(() => {
            const { findings, helps } = analyseReport(view, { ids, options });
            const help = helps?.[0] === undefined ? '' : `\n\n${wrap(helps[0].says.text, world.columns)}\n`;
            return `${findingsText(view, findings, world.columns)}${help}`;
          }),
        empty: { scale: 'month', findings: [] },
      },
      path,
    );
  },
};

/** A measure that nobody knows is a mistake of the call. */
function known<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnknownAnalysis) throw noMeasure(error);
    throw error;
  }
}
