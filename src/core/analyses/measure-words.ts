/** The explanation of a measure as messages, so that it can be read in another language. Formulas and sources stay. */
import type { Analysis } from '#core/analyses/define';

/** A text that is no template, as a message that says exactly this. */
function literally(text: string): string {
  return text.replace(/'(?=['{}])/g, "''").replace(/[{}]/g, (sign) => `'${sign}'`);
}

/** Id to message for each text of a measure: `how.coverage.asks`, `how.coverage.symbol.1` … */
export function measureWords(analysis: Analysis): Record<string, string> {
  const { id, title, asks, unit, readAs, blindTo, dataPoor, symbols } = analysis;
  const texts: Record<string, string> = {
    title,
    asks,
    unit,
    'read-as': readAs,
    'blind-to': blindTo,
    'data-poor': dataPoor,
  };
  Object.values(symbols).forEach((sense, at) => {
    texts[`symbol.${at + 1}`] = sense;
  });
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [`how.${id}.${key}`, literally(text)]),
  );
}
