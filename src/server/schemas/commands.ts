/** The schema of each command of the command line, by its name: answers, the comparison, what is taken along or brought in. */
import { agendaSchema } from '#server/schemas/agenda';
import { answerSchemas } from '#server/schemas/answers';
import { compareSchema } from '#server/schemas/compare';
import { exportSchema, importSchema } from '#server/schemas/export';
import { simulateSchema } from '#server/schemas/simulate';

export const commandSchemas = {
  ...answerSchemas,
  agenda: agendaSchema,
  compare: compareSchema,
  export: exportSchema,
  import: importSchema,
  simulate: simulateSchema,
} as const;
