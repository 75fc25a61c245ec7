/** The keys of each room, as they are told in the overview. A test asks the parts themselves whether they still answer to them. */
import { t } from '../../shared/words';

export interface KeyLine {
  /** Keys to be pressed together, or one after the other: as they stand on a keyboard. */
  readonly keys: readonly string[];
  readonly does: string;
}

export interface KeyGroup {
  readonly id: 'everywhere' | 'picture' | 'canvas' | 'round' | 'time' | 'panels';
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

const line = (keys: string, does: string): KeyLine => ({ keys: keys.split(' '), does });

const everywhere = (): KeyGroup => ({
  id: 'everywhere',
  title: t('keys.everywhere', 'Everywhere'),
  lines: [
    line('?', t('keys.help', 'These keys')),
    line('Ctrl Z', t('keys.undo', 'Take the last change back')),
    line('Ctrl Shift Z', t('keys.redo', 'Do it again')),
    line('Tab', t('keys.tab', 'To the next thing that can be chosen')),
    line('Esc', t('keys.escape', 'Close what is open')),
  ],
});

const picture = (): KeyGroup => ({
  id: 'picture',
  title: t('keys.picture', 'In the picture'),
  lines: [
    line('← → ↑ ↓', t('keys.go', 'From thing to thing')),
    line('PageDown', t('keys.next', 'To the next in the order of the list')),
    line('Home', t('keys.first', 'To the first')),
    line('Enter', t('keys.choose', 'Choose it')),
    line('Shift Enter', t('keys.also', 'Choose it too')),
    line('Alt ←', t('keys.move', 'Move it a little; with all four arrows')),
    line('D', t('keys.draw', 'Draw a stream from it')),
    line('A', t('quick.title', 'Say it in a sentence')),
    line('F2', t('keys.rename', 'Rename it')),
    line('Ctrl D', t('keys.duplicate', 'Make another like it')),
    line('M', t('keys.merge', 'Make two into one')),
    line('Delete', t('keys.remove', 'Take it away')),
    line('Ctrl C', t('keys.copy', 'Copy what is chosen')),
    line('Ctrl V', t('keys.paste', 'Paste it into another community')),
  ],
});

const canvas = (): KeyGroup => ({
  id: 'canvas',
  title: t('room.canvas', 'Canvas'),
  lines: [line('A', t('quick.title', 'Say it in a sentence'))],
});

const round = (): KeyGroup => ({
  id: 'round',
  title: t('keys.round', 'In a round'),
  lines: [
    line('→', t('keys.round.next', 'To the next step; once more: take it')),
    line('T', t('keys.round.timer', 'Let the time run, or stop it')),
    line('P', t('keys.round.wall', 'Show it on the wall')),
  ],
});

const time = (): KeyGroup => ({
  id: 'time',
  title: t('keys.time', 'On the line of time'),
  lines: [
    line('← →', t('keys.stop', 'To the day before or after on which something changed')),
    line('PageUp', t('keys.year', 'A year later; PageDown a year earlier')),
    line('Home', t('keys.begin', 'To the beginning; End to the end')),
  ],
});

const panels = (): KeyGroup => ({
  id: 'panels',
  title: t('keys.panels', 'In a panel'),
  lines: [
    line('Tab', t('keys.panel-tab', 'Goes round inside it')),
    line('Esc', t('keys.panel-escape', 'Closes it and goes back to where you were')),
  ],
});

/** The groups of a room; `path` is that of the address. */
export function keysOf(path: string): readonly KeyGroup[] {
  const [room = '', part = ''] = path.replace(/\/$/, '').split('/').slice(3);
  const inPicture = /^\/c\/[^/]+\/?$/.test(path);
  const own = inPicture
    ? [picture(), time()]
    : room === 'canvas'
      ? [canvas()]
      : room === 'talk' && part !== ''
        ? [round()]
        : [];
  return [...own, everywhere(), panels()];
}
