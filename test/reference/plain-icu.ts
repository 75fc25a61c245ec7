/** An ICU message as a reader of the reference sees it: the general branch of every choice, and parameters in italics. */

/** Where the brace that opens at `from` is closed. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`a brace is not closed in ${text}`);
}

/** The texts of the branches of a choice by their names. */
function branches(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('{', at);
    if (open < 0) break;
    const end = closing(text, open);
    found.set(text.slice(at, open).trim(), text.slice(open + 1, end));
    at = end + 1;
  }
  return found;
}

/** `Without the largest bit {robust, number, percent} remains` gives `Without the largest bit *robust* remains`. */
export function plainIcu(icu: string, counted = 'n'): string {
  let made = '';
  for (let at = 0; at < icu.length; ) {
    const open = icu.indexOf('{', at);
    if (open < 0) return made + icu.slice(at).replaceAll('#', `*${counted}*`);
    made += icu.slice(at, open).replaceAll('#', `*${counted}*`);
    const end = closing(icu, open);
    const inner = icu.slice(open + 1, end);
    const [name = '', sort = ''] = inner.split(',', 2).map((one) => one.trim());
    if (sort === 'plural' || sort === 'select' || sort === 'selectordinal') {
      const rest = inner.slice(inner.indexOf(',', inner.indexOf(',') + 1) + 1);
      const all = branches(rest);
      made += plainIcu(all.get('other') || ([...all.values()].find((one) => one !== '') ?? ''), name);
    } else made += `*${name}*`;
    at = end + 1;
  }
  return made;
}
