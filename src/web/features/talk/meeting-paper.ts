/** The agenda of a meeting as Markdown, for a wiki or a mail. */
import { escaped } from '#core/export/escaped';
import { t } from '../../shared/words';
import { itemOpensWith, itemText, itemWhy } from './item-words';
import { clock, type Item } from './use-meeting';

export interface Paper {
  readonly name: string;
  /** `19:00`, or empty. */
  readonly at: string;
  readonly minutes: number;
  readonly items: readonly Item[];
}

/** One heading, the length, and an item a line with its minutes and what lies behind it. */
export function meetingMarkdown({ name, at, minutes, items }: Paper): string {
  const lines = items.map((item, index) => {
    const head = t('talk.paper.item', '{at} {text} ({minutes, plural, one {# minute} other {# minutes}})', {
      at: clock(at, item.starts),
      text: escaped(itemText(item)),
      minutes: item.minutes,
    });
    const below = [itemOpensWith(item), itemWhy(item)]
      .filter((one) => one !== '')
      .map((one) => `   ${escaped(one)}`);
    return [`${index + 1}. ${head}`, ...below].join('\n');
  });
  const title = t('talk.paper.title', '{name}: agenda of the meeting', { name });
  const takes = t('talk.paper.takes', '{minutes, plural, one {# minute} other {# minutes}} in all.', {
    minutes,
  });
  return `# ${escaped(title)}\n\n${takes}\n\n${lines.join('\n')}\n`;
}
