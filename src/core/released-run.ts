/**
 * A run of the simulation as it is frozen when it is released: what changes, how it goes on, what it says and what all of
 * it rests on, from what its readers may know. What the described assumptions imply, never a forecast.
 */
import type { View } from '#core/audience/view';
import {
  type Charted,
  type ChartedRun,
  chartNumber,
  chartSvg,
  chartsSvg,
  chartUnit,
  keyAreas,
  keyLine,
  keyName,
} from '#core/export/charts-svg';
import { cell } from '#core/export/csv';
import { isoDay } from '#core/model/dates';
import { inLanguage } from '#core/model/fact';
import { escapeXml as escaped } from '#core/picture/svg';
import { type Assumption, assumptionsOf } from '#core/simulate/report';
import { Simulation } from '#core/simulate/simulation';
import { tellingOf } from '#core/simulate/telling';
import { type Message, message } from '#core/words/message';

/** What was run, so that it can be run again. */
export interface RunAsked {
  /** Ids of the file's scenarios or of presets; at most four. None: as it is, or by levers alone. */
  readonly scenarios: readonly string[];
  readonly months: number;
  readonly runs: number;
  readonly seed: number;
  readonly levers: Readonly<Record<string, number>>;
  /** Assumptions that were edited, by their id. */
  readonly values: Readonly<Record<string, number>>;
}

export interface ReleasedRun {
  readonly title: string;
  /** Below the heading; all words escaped. */
  readonly html: string;
  readonly svg: string;
  readonly csv: string;
}

const SAY = {
  title: message('whatif.title', 'What if'),
  byHand: message('whatif.by-hand', 'moved by hand'),
  stay: message('whatif.stay', 'stay'),
  implied: message('whatif.md.implied', 'What the described assumptions imply; not a forecast.'),
  source: message(
    'whatif.take.source',
    'Potluck · {name} as of {on}. What the described assumptions imply; not a forecast.',
  ),
  drawn: message(
    'whatif.released.drawn',
    '{runs, plural, =0 {Run once, as described} one {Drawn # time} other {Drawn # times}}, over {months, plural, one {# month} other {# months}}, with the seed {seed}. The lines are the run as described; the areas hold half of the draws, and nine in ten.',
  ),
  lever: message(
    'whatif.released.lever',
    '{lever, select, joins {People who join} hands {Hours that are given} work {Work that is needed} moneyIn {Money that comes in} leaving {People who leave} other {{lever}}}: {value, number} times what it is',
  ),
  changes: message('whatif.changes', 'What changes'),
  stretches: message('whatif.stretches', 'What stretches'),
  gives: message('whatif.gives', 'What gives way'),
  said: message('whatif.said', 'What else it says'),
  tips: message('whatif.tips', 'Where it tips'),
  guess: message('whatif.guess', 'The guess that matters most'),
  standing: message(
    'whatif.standing.said',
    '{full} of 100 runs: enough in the core, with energy and trust left and no debt. Likely {low} to {high}.',
  ),
  assumed: message('whatif.assumed', 'What is assumed'),
  what: message('whatif.assumed.what', 'What'),
  value: message('whatif.assumed.value', 'Taken as'),
  range: message('whatif.assumed.range', 'Drawn from'),
  from: message('whatif.assumed.source', 'Where from'),
  between: message('whatif.assumed.between', '{low} to {high}'),
  edited: message('whatif.source.edited', 'edited here'),
  heuristic: message('whatif.source.heuristic', 'rule of thumb'),
  described: message('whatif.source.described', 'as described'),
  letter: message('whatif.key.letter', '{letter}: {name}'),
  sentence: message('whatif.sentence.end', '{scenario}: {end}'),
} as const;

/**
 * Runs what was asked on what the readers may know.
 *
 * @throws UnknownScenario where they may not know a scenario, or there is none.
 */
export function releasedRun(view: View, asked: RunAsked): ReleasedRun {
  const { scenarios, levers, ...options } = asked;
  const byHand = Object.values(levers).some((times) => times !== 1);
  const wanted =
    scenarios.length === 0 && byHand
      ? [{ id: 'by-hand', name: SAY.byHand().text, changes: [] }]
      : [...scenarios];
  const simulations = [
    new Simulation(view, options),
    ...wanted.map((scenario) => new Simulation(view, { ...options, levers, scenario })),
  ];
  for (const one of simulations) one.more(asked.runs);
  const results = simulations.map((one) => one.result());
  const runs = results.map(
    (one, at): ChartedRun => ({
      name: at === 0 || one.scenario === null ? SAY.stay().text : one.scenario.name,
      series: one.series,
      fans: one.runs === 0 ? {} : one.fans,
    }),
  );
  const told = (simulations.at(-1) as Simulation).compiled.told;
  const about = simulations[1] ?? (simulations[0] as Simulation);
  const title = runs.length === 1 ? SAY.title().text : list(runs.slice(1).map((one) => one.name));
  const source = SAY.source({ name: inLanguage(view.name), on: isoDay(view.day) }).text;
  return {
    title,
    html: [
      `<p class="story">${escaped(SAY.implied().text)}</p>`,
      `<p class="quiet small">${escaped(SAY.drawn({ runs: asked.runs, months: asked.months, seed: asked.seed }).text)}</p>`,
      section(SAY.changes().text, [...(wanted.length === 1 ? changesOf(about) : []), ...moved(levers)]),
      charts(told, runs, asked.months),
      ...tellings(simulations),
      assumptions(assumptionsOf(about)),
    ].join('\n'),
    svg: chartsSvg(title, source, told, runs, asked.months),
    csv: runCsv(told, runs),
  };
}

const list = (names: readonly string[]): string => names.join(' · ');

function section(title: string, lines: readonly string[], level = 2): string {
  if (lines.length === 0) return '';
  const items = lines.map((one) => `<li>${escaped(one)}</li>`).join('\n');
  return `<h${level}>${escaped(title)}</h${level}>\n<ul>\n${items}\n</ul>`;
}

/** What was moved by hand, in every scenario. */
function moved(levers: RunAsked['levers']): string[] {
  return Object.entries(levers)
    .filter(([, value]) => value !== 1)
    .map(([lever, value]) => SAY.lever({ lever, value }).text);
}

function changesOf(simulation: Simulation): string[] {
  return simulation
    .result()
    .changes.map(({ what, why }) => (why === null ? what.text : `${what.text} ${why}`));
}

function charts(told: readonly Charted[], runs: readonly ChartedRun[], months: number): string {
  const figures = told.map((one) => {
    const ends = runs.map(
      (run) =>
        SAY.sentence({ scenario: run.name, end: chartNumber(run.series[one.key]?.at(-1) ?? Number.NaN) })
          .text,
    );
    return `<figure>${chartSvg(one, runs, months, { label: `${one.name}: ${ends.join('; ')}` })}</figure>`;
  });
  const key = runs.map(
    (_, at) =>
      `<li><svg viewBox="0 0 30 4" width="30" height="4" aria-hidden="true"><path d="M0 2H30" ${keyLine(at)}/></svg> ${escaped(keyName(runs, at))}</li>`,
  );
  const areas = keyAreas(runs).map(
    ({ fill, text }) =>
      `<li><svg viewBox="0 0 30 9" width="30" height="9" aria-hidden="true"><rect width="30" height="9" fill="${fill}"/></svg> ${escaped(text)}</li>`,
  );
  return `<div class="drawn runs">\n${figures.join('\n')}\n</div>\n<ul class="drawn key small">\n${[...key, ...areas].join('\n')}\n</ul>`;
}

/** What each scenario says, under its name where there are several; what staying says, where there is none. */
function tellings([base, ...others]: readonly Simulation[]): string[] {
  const [first, second] = others;
  if (base === undefined || first === undefined) return base === undefined ? [] : [parts(base, null, 2)];
  if (second === undefined) return [parts(first, base, 2)];
  return others.map((one, at) => {
    const name = SAY.letter({ letter: String.fromCharCode(65 + at), name: one.entry?.name ?? '' }).text;
    return `<h2>${escaped(name)}</h2>\n${parts(one, base, 3)}`;
  });
}

function parts(simulation: Simulation, base: Simulation | null, level: number): string {
  const told = tellingOf(simulation, base);
  const texts = (all: readonly Message[]) => all.map((one) => one.text);
  const question = told.sensitivity.flatMap((one) => one.question ?? []).slice(0, 1);
  return [
    // Of one alone, what changes stands above its charts.
    level === 2 ? '' : section(SAY.changes().text, changesOf(simulation), level),
    section(SAY.stretches().text, texts(told.grows), level),
    section(SAY.gives().text, texts(told.shrinks), level),
    section(SAY.said().text, [...standing(simulation), ...texts(told.says)], level),
    section(SAY.tips().text, texts(told.tipping.map(({ says }) => says)), level),
    section(SAY.guess().text, texts(question), level),
  ]
    .filter((one) => one !== '')
    .join('\n');
}

function standing(simulation: Simulation): string[] {
  const { share, low, high } = simulation.result().survival;
  if (share === null) return [];
  const bounds = { low: Math.floor(low * 100), high: Math.ceil(high * 100) };
  return [SAY.standing({ full: Math.round(share * 100), ...bounds }).text];
}

function assumptions(all: readonly Assumption[]): string {
  const sourceOf = ({ source, cites }: Assumption): string => {
    if (source === 'edited here') return SAY.edited().text;
    if (source === 'heuristic') return SAY.heuristic().text;
    return source === 'described' ? SAY.described().text : (cites?.text ?? source);
  };
  const head = [SAY.what, SAY.value, SAY.range, SAY.from];
  const rows = [...all.filter((one) => one.guessed), ...all.filter((one) => !one.guessed)].map((one) => {
    const [low, high] = [chartNumber(one.low), chartNumber(one.high)];
    const cells = [
      `${chartNumber(one.value)} ${chartUnit(one.unit)}`.trim(),
      one.low === one.high ? '' : SAY.between({ low, high }).text,
      sourceOf(one),
    ];
    return `<tr><th scope="row">${escaped(one.says?.text ?? one.explain)}</th>${cells.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`;
  });
  return `<h2>${escaped(SAY.assumed().text)}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${escaped(SAY.assumed().text)}"><table>
<thead><tr>${head.map((one) => `<th scope="col">${escaped(one().text)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>`;
}

/** All series of all scenarios by month, with their fans: a row for each scenario, series and month. */
function runCsv(told: readonly Charted[], runs: readonly ChartedRun[]): string {
  const head = ['scenario', 'series', 'unit', 'month', 'level', 'p5', 'p25', 'p50', 'p75', 'p95'];
  const rows = runs.flatMap((run) =>
    told.flatMap(({ key, name, unit }) =>
      (run.series[key] ?? []).map((level, month) => {
        const fan = run.fans[key];
        const bands = (['p5', 'p25', 'p50', 'p75', 'p95'] as const).map((one) =>
          String(fan?.[one][month] ?? ''),
        );
        return [
          cell(run.name),
          cell(name),
          cell(unit),
          month,
          Number.isFinite(level) ? level : '',
          ...bands,
        ].join(',');
      }),
    ),
  );
  return `${[head.join(','), ...rows].join('\r\n')}\r\n`;
}
