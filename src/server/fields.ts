/**
 * What is wrong with single fields of a request, in the language of who asks. In English the library of shapes speaks for
 * itself, but for what only we know.
 */
import { z } from 'zod';
import { message, type Template } from '#core/words/message';
import { speech } from '#core/words/speech';

const SAYS = {
  missing: message('refused.field.missing', 'is missing'),
  other: message('refused.field.other', 'not as it should be'),
  least: message('refused.field.least', 'too short or too small: at least {least}'),
  most: message('refused.field.most', 'too long or too large: at most {most}'),
  strange: message('refused.field.strange', 'not known here: {keys}'),
  choice: message('refused.field.choice', 'one of these: {choices}'),
  day: message('refused.field.day', 'a day, such as {example}'),
} as const;

/** As the shapes use it: said when a request is read, and not when the shape is made. */
const when = (says: Template) => ({ error: () => says().text });

/** What our own shapes say of a field. */
export const FIELD = {
  whole: when(message('refused.field.whole', 'a whole number')),
  noSpaces: when(message('refused.field.no-spaces', 'without spaces')),
  letters: when(message('refused.field.letters', 'letters and signs only')),
  day: (example: string) => ({ error: () => SAYS.day({ example }).text }),
} as const;

/** From now on the library of shapes speaks the language of the request. Doing it again changes nothing. */
export function fieldsAsSpoken(): void {
  z.config({ customError: (issue) => (speech().language === 'en' ? undefined : told(issue)) });
}

function told(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return (issue.input === undefined ? SAYS.missing() : SAYS.other()).text;
    case 'too_small':
      return SAYS.least({ least: String(issue.minimum) }).text;
    case 'too_big':
      return SAYS.most({ most: String(issue.maximum) }).text;
    case 'unrecognized_keys':
      return SAYS.strange({ keys: issue.keys.join(', ') }).text;
    case 'invalid_value':
      return SAYS.choice({ choices: issue.values.map(String).join(', ') }).text;
    default:
      return SAYS.other().text;
  }
}
