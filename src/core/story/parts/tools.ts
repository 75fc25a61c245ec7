/** Where it all happens: the tools, who pays for them and who holds the keys. */
import type { View } from '#core/audience/view';
import type { Tool } from '#core/model/things';
import { speak, speakAll } from '#core/story/names';
import { type Told, tell } from '#core/story/told';
import { inTurn } from '#core/words/lists';
import { message } from '#core/words/message';

const PLACES = message('story.tools', 'The places and tools: {phrases}.');
const PAID = message('story.tools.paid', '{tools} (paid for by {payer})');
const UNKNOWN = message('story.tools.unknown', '{tools} (who pays, nobody knows)');
const UNTOLD = message('story.tools.untold', '{tools} (who pays is not written down here)');
const KEYS = message('story.tools.keys', 'Who holds the keys of {tools} is not written down here.');

/** One sentence on places and payers, one on keys that nobody is named for. */
export function tools(view: View): readonly Told[] {
  if (view.tools.length === 0) return [];
  const payers = [...new Set(view.tools.map((tool) => tool.payer))];
  const phrases = payers.map((payer) =>
    phrase(
      view,
      view.tools.filter((tool) => tool.payer === payer),
    ),
  );
  const sentences = [
    tell(
      0.52,
      PLACES({ phrases: inTurn(phrases, 4) }),
      view.tools.map((tool) => tool.id),
    ),
  ];
  const keyless = view.tools.filter((tool) => tool.keys.length === 0).map((tool) => tool.id);
  if (keyless.length === 0) return sentences;
  return [...sentences, tell(0.36, KEYS({ tools: speakAll(view, keyless).text }), keyless)];
}

/** Tools with one payer. */
function phrase(view: View, group: readonly Tool[]): string {
  const tools = speakAll(
    view,
    group.map((tool) => tool.id),
  ).text;
  const payer = group[0]?.payer ?? null;
  if (payer === null) return UNTOLD({ tools }).text;
  if (payer === 'unknown') return UNKNOWN({ tools }).text;
  return PAID({ tools, payer: speak(view, payer).text }).text;
}
