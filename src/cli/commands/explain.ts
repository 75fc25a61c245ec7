/** `potluck explain`: how a measure is worked out. */
import { json } from '#cli/answer';
import type { Command } from '#cli/command';
import { beside, wrap } from '#cli/layout';
import { checkCommon } from '#cli/load';
import { label } from '#cli/words';
import { callError, noMeasure, WRONG } from '#cli/wrong';
import type { Analysis } from '#core/analyses/define';
import { spokenMeasure } from '#core/analyses/measure-words';
import { analysisIds, explanation, measure, UnknownAnalysis } from '#core/report';

export const explain: Command = {
  name: 'explain',
  takes: 'ID',
  answers: 'formula, symbols, unit, how to read it, blind spots, sources',
  about: 'Tells how a measure is worked out, how to read it and what it does not see. Measures: {measures}.',
  fills: () => ({ measures: analysisIds().join(', ') }),
  options: [],
  examples: ['potluck explain who-bears', 'potluck explain coverage --json'],
  run: async (call, world) => {
    checkCommon(call);
    const [id, ...rest] = call.words;
    if (id === undefined)
      throw callError(WRONG.whichMeasure(), WRONG.are({ known: analysisIds().join(', ') }));
    if (rest.length > 0) throw callError(WRONG.oneMeasure({ rest: rest.join(' ') }));
    const analysis = find(id);
    world.out(
      call.options.has('json') ? json(explanation(analysis)) : explanationText(analysis, world.columns),
    );
    return 0;
  },
};

function find(id: string): Analysis {
  try {
    return measure(id);
  } catch (error) {
    if (error instanceof UnknownAnalysis) throw noMeasure(error);
    throw error;
  }
}

/** A page about a measure, in sections. */
export function explanationText(measured: Analysis, columns: number): string {
  const analysis = { ...measured, ...spokenMeasure(measured) };
  const section = (title: string, text: string) => `${title}\n${wrap(text, columns, '  ')}`;
  const symbols = Object.entries(analysis.symbols);
  const width = Math.min(24, Math.max(0, ...symbols.map(([name]) => name.length))) + 4;
  const parts = [
    wrap(`${analysis.title} (${analysis.id})`, columns),
    wrap(analysis.asks, columns),
    section(label('how.formula', 'Formula'), analysis.formula),
    `${label('how.symbols', 'Where')}\n${symbols.map(([name, says]) => (name.length + 4 > width ? `  ${name}\n${wrap(says, columns, ' '.repeat(width))}` : beside(`  ${name}`, says, width, columns))).join('\n')}`,
    section(label('how.unit', 'Unit'), analysis.unit),
    section(label('how.read', 'How to read it'), analysis.readAs),
    section(label('how.blind', 'What it does not see'), analysis.blindTo),
    section(label('how.poor', 'Without numbers'), analysis.dataPoor),
    `${label('how.sources', 'Sources')}\n${analysis.sources.map((source) => wrap(source, columns, '  ', '    ')).join('\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
