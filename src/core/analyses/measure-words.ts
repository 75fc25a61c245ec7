/** The explanation of a measure as messages, so that it can be read in another language. Formulas and sources stay. */
import type { Analysis } from '#core/analyses/define';
import { say } from '#core/words/message';

export type MeasureTexts = Pick<
  Analysis,
  'title' | 'asks' | 'unit' | 'readAs' | 'blindTo' | 'dataPoor' | 'symbols'
>;

/** A text that is no template, as a message that says exactly this. */
function literally(text: string): string {
  return text.replace(/'(?=['{}])/g, "''").replace(/[{}]/g, (sign) => `'${sign}'`);
}

/** The texts of a measure, each passed through `each` with its id: `how.coverage.asks`, `how.coverage.symbol.1` … */
function through(analysis: Analysis, each: (id: string, icu: string) => string): MeasureTexts {
  const one = (key: string, text: string) => each(`how.${analysis.id}.${key}`, literally(text));
  return {
    title: one('title', analysis.title),
    asks: one('asks', analysis.asks),
    unit: one('unit', analysis.unit),
    readAs: one('read-as', analysis.readAs),
    blindTo: one('blind-to', analysis.blindTo),
    dataPoor: one('data-poor', analysis.dataPoor),
    symbols: Object.fromEntries(
      Object.entries(analysis.symbols).map(([symbol, sense], at) => [symbol, one(`symbol.${at + 1}`, sense)]),
    ),
  };
}

/** The texts of a measure in the language of the moment. */
export function spokenMeasure(analysis: Analysis): MeasureTexts {
  return through(analysis, (id, icu) => say(id, icu));
}

/** Id to message for each text of a measure: the source for translators. */
export function measureWords(analysis: Analysis): Record<string, string> {
  const words: Record<string, string> = {};
  through(analysis, (id, icu) => {
    words[id] = icu;
    return icu;
  });
  return words;
}
