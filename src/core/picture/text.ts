/** Words as drawing: lines of text with a halo in the colour of the ground below them. */
import type { Words } from '#core/picture/place';
import { type Mark, round } from '#core/picture/shape';

const CLASSES: Readonly<Record<Words['voice'], string>> = {
  name: 'p-name',
  circle: 'p-circle',
  plate: 'p-plate',
  label: 'p-label',
  detail: 'p-detail',
  figure: 'p-figure',
  aside: 'p-aside',
};

export function textMarks(words: Words, cloth: boolean, over = false, bare = false): Mark[] {
  const { block, voice, top, anchor } = words;
  let voiceClass = CLASSES[voice];
  if (voice === 'circle' && block.size < 18) voiceClass = 'p-circle-small';
  if ((voice === 'name' || voice === 'plate') && block.size < 15) voiceClass = 'p-label';
  const halo = bare ? '' : cloth ? ' p-halo-cloth' : ' p-halo';
  return block.lines.map((line, i) => ({
    tag: 'text',
    attrs: {
      class: `${voiceClass} p-${anchor}${halo}${over ? ' p-over-name' : ''}`,
      x: round(top.x),
      y: round(top.y + block.lead * i + block.size * 0.92),
    },
    children: [line],
  }));
}
