/** Every command, in the order of the help. */
import type { Command } from '#cli/command';
import { add } from '#cli/commands/add';
import { agenda } from '#cli/commands/agenda';
import { analyse } from '#cli/commands/analyse';
import { check } from '#cli/commands/check';
import { compare } from '#cli/commands/compare';
import { disclose } from '#cli/commands/disclose';
import { explain } from '#cli/commands/explain';
import { exporting } from '#cli/commands/export';
import { importing } from '#cli/commands/import';
import { picture } from '#cli/commands/picture';
import { questions } from '#cli/commands/questions';
import { serve } from '#cli/commands/serve';
import { simulate } from '#cli/commands/simulate';
import { story } from '#cli/commands/story';

export const commands: readonly Command[] = [
  serve,
  check,
  analyse,
  questions,
  story,
  explain,
  disclose,
  picture,
  add,
  simulate,
  compare,
  agenda,
  importing,
  exporting,
];
