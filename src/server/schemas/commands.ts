/** The schema of each command of the command line, by its name: the shapes of answers and the comparison. */
import { answerSchemas } from '#server/schemas/answers';
import { compareSchema } from '#server/schemas/compare';

export const commandSchemas = { ...answerSchemas, compare: compareSchema } as const;
