/**
 * What each class of the picture looks like, by the names of the design's tokens. The web takes these rules as a
 * stylesheet (a test holds the two together); a stand-alone SVG gets them as attributes, so that any program can draw
 * it. Values of tokens stand here for stand-alone pictures only.
 */

export type Theme = 'light' | 'dark' | 'print';

const LIGHT = {
  paper: '#FAF5EA',
  surface: '#FFFDF8',
  cloth: '#F1E7D3',
  hairline: '#E0D4BF',
  ink: '#2A2420',
  'ink-2': '#5E5449',
  line: '#847563',
  ghost: '#8B7D68',
  lit: '#FFE58A',
  hours: '#CC4E06',
  money: '#1C8A80',
  attention: '#9433CC',
  knowledge: '#0F458C',
  goodwill: '#8A1242',
  things: '#736350',
  'mark-ink': '#FFFDF8',
};

export const TOKENS: Readonly<Record<Theme, Readonly<Record<keyof typeof LIGHT, string>>>> = {
  light: LIGHT,
  dark: {
    paper: '#1D1A17',
    surface: '#272320',
    cloth: '#2D2823',
    hairline: '#3D362F',
    ink: '#F3EADB',
    'ink-2': '#C0B4A3',
    line: '#978A79',
    ghost: '#827768',
    lit: '#574600',
    hours: '#F4752B',
    money: '#8CE5D3',
    attention: '#BD80EC',
    knowledge: '#9AC8FF',
    goodwill: '#E07C9F',
    things: '#C8B894',
    'mark-ink': '#1D1A17',
  },
  print: { ...LIGHT, paper: '#FFFFFF', surface: '#FFFFFF', cloth: '#F6F1E6', lit: '#FFF0B8' },
};

export const FACES = {
  hand: '"Shantell Sans", "Comic Neue", cursive',
  data: '"Source Sans 3", system-ui, sans-serif',
  story: 'Vollkorn, Georgia, serif',
} as const;

type Rule = Readonly<Record<string, string | number>>;

const LINE: Rule = { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
const KIND: Rule = { ...LINE, stroke: 'currentColor' };
const hand = (size: number, color = '$ink'): Rule => ({
  'font-family': FACES.hand,
  'font-size': size,
  'font-weight': 500,
  fill: color,
});
const data = (size: number, color = '$ink-2'): Rule => ({
  'font-family': FACES.data,
  'font-size': size,
  'font-weight': 400,
  fill: color,
});

/** Class to rule. `$name` is a token. */
export const RULES: Readonly<Record<string, Rule>> = {
  'p-ground': { fill: '$paper' },
  'p-cloth': { fill: '$cloth' },
  'p-cloth-edge': { ...LINE, stroke: '$line', 'stroke-width': 1.5 },
  'p-hem': { ...LINE, stroke: '$line', 'stroke-width': 0.9, 'stroke-dasharray': '5 5', opacity: 0.7 },
  'p-boundary': { ...LINE, stroke: '$line', 'stroke-width': 1.2, 'stroke-dasharray': '12 8' },
  'p-lit': { fill: '$lit', stroke: '$lit', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
  'p-lit-line': { ...LINE, stroke: '$lit' },
  'p-body': { fill: '$surface' },
  'p-line': { ...LINE, stroke: '$ink', 'stroke-width': 1.6 },
  'p-fine': { ...LINE, stroke: '$ink', 'stroke-width': 0.9 },
  'p-soft': { ...LINE, stroke: '$line', 'stroke-width': 1.4 },
  'p-fold': { ...LINE, stroke: '$line', 'stroke-width': 1.2 },
  'p-pencil': { ...LINE, stroke: '$ghost', 'stroke-width': 1.3, 'stroke-dasharray': '5 3.5' },
  'p-dotted': { ...LINE, stroke: '$line', 'stroke-width': 1.3, 'stroke-dasharray': '0.1 4' },
  'p-seat': { fill: '$ink' },
  'p-seat-perhaps': { ...LINE, stroke: '$ink-2', 'stroke-width': 1.1, 'stroke-dasharray': '1.4 1.8' },
  'p-casing': { ...LINE, stroke: '$paper', 'stroke-linecap': 'butt' },
  'p-casing-cloth': { ...LINE, stroke: '$cloth', 'stroke-linecap': 'butt' },
  'p-hollow': { fill: '$surface' },
  'p-full': { fill: 'currentColor' },
  'p-pale': { fill: 'currentColor', 'fill-opacity': 0.28 },
  'p-edge': { ...KIND, 'stroke-width': 1.3 },
  'p-edge-fine': { ...KIND, 'stroke-width': 0.9, 'stroke-opacity': 0.75 },
  'p-edge-dashed': { ...KIND, 'stroke-width': 1.3, 'stroke-dasharray': '5 3.5' },
  'p-edge-dotted': { ...KIND, 'stroke-width': 1.6, 'stroke-dasharray': '0.1 3.4' },
  'p-hatch': { ...KIND, 'stroke-width': 1.1 },
  'p-bar': { ...KIND, 'stroke-width': 1.8 },
  'p-pattern': { ...KIND, 'stroke-linecap': 'butt' },
  'p-pattern-round': { ...KIND },
  'p-pattern-full': { ...LINE, stroke: '$mark-ink', 'stroke-linecap': 'butt' },
  'p-pattern-full-round': { ...LINE, stroke: '$mark-ink' },
  'p-bead': { fill: 'currentColor' },
  'p-disc': { fill: 'currentColor' },
  'p-glyph': { ...LINE, stroke: '$mark-ink', 'stroke-width': 1.3 },
  'p-glyph-fill': { fill: '$mark-ink' },
  'p-letter': {
    'font-family': FACES.data,
    'font-size': 13,
    'font-weight': 600,
    fill: '$mark-ink',
    'text-anchor': 'middle',
  },
  'p-influence': { ...LINE, stroke: '$ink', 'stroke-width': 1.4 },
  'p-influence-sign': { fill: '$paper', stroke: '$ink', 'stroke-width': 1.1 },
  'p-circle': hand(18),
  'p-circle-small': hand(16),
  'p-name': hand(15),
  'p-plate': hand(15),
  'p-label': hand(14),
  'p-jar': hand(14),
  'p-aside': hand(14, '$ink-2'),
  'p-detail': data(14),
  'p-figure': data(14, '$ink'),
  'p-sign-letter': {
    'font-family': FACES.data,
    'font-size': 13,
    'font-weight': 600,
    fill: '$ink',
    'text-anchor': 'middle',
  },
  'p-title': { 'font-family': FACES.story, 'font-size': 24, 'font-weight': 600, fill: '$ink' },
  'p-note': data(13),
  'p-over-name': { fill: '$ink-2' },
  'p-halo': { stroke: '$paper', 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' },
  'p-halo-cloth': {
    stroke: '$cloth',
    'stroke-width': 4,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  },
  'p-start': { 'text-anchor': 'start' },
  'p-middle': { 'text-anchor': 'middle' },
  'p-end': { 'text-anchor': 'end' },
  'p-hit': { fill: 'transparent', stroke: 'transparent' },
  'k-hours': { color: '$hours' },
  'k-money': { color: '$money' },
  'k-attention': { color: '$attention' },
  'k-knowledge': { color: '$knowledge' },
  'k-goodwill': { color: '$goodwill' },
  'k-things': { color: '$things' },
  'k-plain': { color: '$line' },
  'k-over': { color: '$ghost' },
};

/** The rules of some classes with a theme's values, later classes winning. */
export function painted(classes: string, theme: Theme): Record<string, string | number> {
  const attrs: Record<string, string | number> = {};
  for (const name of classes.split(' ')) {
    for (const [key, value] of Object.entries(RULES[name] ?? {})) {
      attrs[key] =
        typeof value === 'string' && value.startsWith('$')
          ? TOKENS[theme][value.slice(1) as keyof typeof LIGHT]
          : value;
    }
  }
  return attrs;
}

/** The same rules as a stylesheet that reads the tokens of the page. */
export function styleSheet(): string {
  const rules = Object.entries(RULES).map(([name, rule]) => {
    const body = Object.entries(rule)
      .map(([key, value]) => `  ${key}: ${cssValue(key, value)};\n`)
      .join('');
    return `.drawing .${name} {\n${body}}\n`;
  });
  return `/* Derived from src/core/picture/style.ts; a test holds the two together. */\n${rules.join('')}`;
}

function cssValue(key: string, value: string | number): string {
  if (typeof value === 'string') {
    if (value === FACES.hand) return 'var(--font-hand)';
    if (value === FACES.data) return 'var(--font-data)';
    if (value === FACES.story) return 'var(--font-story)';
    return value.startsWith('$') ? `var(--${value.slice(1)})` : value;
  }
  return key === 'font-size' || key === 'stroke-width' ? `${value}px` : String(value);
}
