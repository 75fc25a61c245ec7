/**
 * The style of pages that stand alone: the export as one page, the page to embed, the documentation. Light and dark by
 * the reader's system, on phones and on paper. The colours are those of the picture.
 */
import { FACES, TOKENS } from '#core/picture/style';

const variables = (theme: 'light' | 'dark' | 'print') =>
  Object.entries(TOKENS[theme])
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** Rules that let a picture drawn in light colours follow the page: an attribute yields to a rule. */
function recoloured(theme: 'dark' | 'print'): string {
  const rules = new Map<string, string>();
  for (const [name, value] of Object.entries(TOKENS.light)) {
    const other = TOKENS[theme][name as keyof typeof TOKENS.light];
    // The inside of a mark and the ground of a card share a colour on light paper: lines are the one, areas the other.
    const attributes =
      name === 'mark-ink' ? ['stroke'] : name === 'surface' ? ['fill'] : ['fill', 'stroke', 'color'];
    for (const attribute of attributes)
      rules.set(`.drawn [${attribute}="${value}"]`, `${attribute}:${other}`);
  }
  return [...rules].map(([selector, body]) => `${selector}{${body}}`).join('\n');
}

const BASE = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.55 ${FACES.data};overflow-wrap:break-word}
h1,h2,h3{font-family:${FACES.story};font-weight:600;line-height:1.22;text-wrap:balance;font-variant-numeric:lining-nums}
h1{font-size:1.75rem;margin:0}
h2{font-size:1.3125rem;border-top:1.5px solid var(--ink);padding-top:.5rem;margin:2.5rem 0 .75rem}
h3{font-size:1.125rem;margin:1.75rem 0 .5rem}
a{color:inherit;text-underline-offset:3px;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px;border-radius:4px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.quiet{color:var(--ink-2)}
.small{font-size:.875rem}
.story{font-family:${FACES.story};font-size:1.125rem;line-height:1.45;font-variant-numeric:lining-nums}
.sheet{max-width:62rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}
.told{max-width:62ch}
.told p{margin:0 0 .6rem}
.drawn{margin:1rem 0}
.drawn svg{direction:ltr;display:block;width:100%;height:auto}
.drawn .tall{display:none}
.scroll{overflow-x:auto}
.scroll table{min-width:36rem}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
th{text-align:start;font-weight:600;border-bottom:1.5px solid var(--ink);padding-block:.3rem;padding-inline:0 .75rem;vertical-align:bottom}
td{border-bottom:1px solid var(--hairline);padding-block:.35rem;padding-inline:0 .75rem;vertical-align:top}
.asked{padding:0;margin:0;list-style:none;counter-reset:asked}
.asked>li{counter-increment:asked;display:grid;grid-template-columns:2rem 1fr;padding:.6rem 0;border-bottom:1px solid var(--hairline);break-inside:avoid}
.asked>li::before{content:counter(asked);color:var(--ink-2);padding-top:.15rem}
.asked p{margin:0}
.asked.later{counter-reset:asked 12}
.eyebrow{margin:0 0 .15rem}
.runs{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(18rem,100%),1fr));gap:1rem 1.5rem}
.drawn.runs,.drawn.key{margin-inline:0}
.runs figure{margin:0;break-inside:avoid}
.key{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;padding:0}
.key svg{display:inline-block;width:30px;vertical-align:.25em}
.release.sponsor{max-width:46.5rem}
.sign{display:inline-block;vertical-align:-.28em;margin:0!important}
.sign svg{display:inline-block;width:auto}
.rows{list-style:none;margin:0;padding:0;max-width:44rem}
.rows li{display:flex;justify-content:space-between;gap:1rem;padding:.4rem 0;border-bottom:1px solid var(--hairline)}
.rows b,.borne b{font-weight:600;text-align:end}
.borne{border-top:1px solid var(--hairline);max-width:44rem;padding:.5rem 0 .25rem;break-inside:avoid}
.borne:first-of-type{border-top:0;padding-top:0}
.borne h3{display:flex;justify-content:space-between;gap:1rem;font:600 1rem/1.4 ${FACES.data};margin:.25rem 0}
.borne th,.borne td{border:0;padding-block:.2rem;padding-inline:0 .75rem;font-weight:400;vertical-align:top}
.borne .much{text-align:end;white-space:nowrap}
.borne .bar{width:10.5rem;padding-inline-end:0}
.borne p{margin:.2rem 0}
summary{padding:.6rem 0;cursor:pointer}
footer{margin-top:2.5rem;border-top:1px solid var(--hairline);padding-top:.75rem}
@media(max-width:640px){
.sheet{padding:1rem 1rem 2rem}
.drawn .wide{display:none}
.drawn .tall{display:block}
.drawn{margin-inline:-.5rem}
h1{font-size:1.5rem}
.borne .bar{width:5.5rem}
.borne .bar svg{width:5.5rem}
}
@page{margin:14mm}
@media print{
body{font-size:10.5pt}
.sheet{max-width:none;padding:0}
.drawn{break-inside:avoid;margin:0 0 6mm}
.drawn .wide{display:block}
.drawn .tall{display:none}
.drawn svg{max-height:165mm}
h2{break-after:avoid;margin-top:8mm}
thead{display:table-header-group}
tr{break-inside:avoid}
.no-print{display:none!important}
}`;

/** The whole style. `faces`: `@font-face` rules, with the letters in them or with addresses; may be empty. */
export function paperStyle(faces: string): string {
  return [
    faces,
    `:root{color-scheme:light dark;${variables('light')}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){${variables('dark')}}\n${recoloured('dark').replaceAll('.drawn ', ':root:not([data-theme="light"]) .drawn ')}}`,
    `@media screen{:root[data-theme="dark"]{color-scheme:dark;${variables('dark')}}\n${recoloured('dark').replaceAll('.drawn ', '[data-theme="dark"] .drawn ')}}`,
    `@media print{:root{color-scheme:light;${variables('print')}}\n${recoloured('print')}}`,
    BASE,
  ]
    .filter((part) => part !== '')
    .join('\n');
}
