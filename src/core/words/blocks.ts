/** The default scheme in the reader's language. Blocks that a community named itself are said in its own words. */
import { inLanguage, type Text } from '#core/model/fact';
import { DEFAULT_BLOCKS } from '#core/model/scheme';
import { message, type Template } from '#core/words/message';

const known = new Map<string, Template>();
for (const { id, name, asks, differs } of DEFAULT_BLOCKS)
  for (const [key, text] of Object.entries({ name, asks, differs }))
    if (typeof text === 'string') known.set(text, message(`block.${id}.${key}`, text));

/** A name, question or remark of a block: translated where it is one of the default scheme. */
export function spokenBlock(text: Text): string {
  const said = inLanguage(text);
  return known.get(said)?.().text ?? said;
}
