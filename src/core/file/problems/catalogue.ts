/** Every problem that a file can have, by code. The reference page of problems is made from this and nothing else. */
import { amountProblems } from '#core/file/problems/amounts';
import type { ProblemDefinition } from '#core/file/problems/define';
import { referenceProblems } from '#core/file/problems/references';
import { ruleProblems } from '#core/file/problems/rules';
import { shapeProblems } from '#core/file/problems/shapes';
import { textProblems } from '#core/file/problems/text';

export const PROBLEM_GROUPS = {
  'The text': textProblems,
  'Keys and values': shapeProblems,
  'Amounts and dates': amountProblems,
  References: referenceProblems,
  'What cannot be': ruleProblems,
} as const;

export type ProblemCode =
  | keyof typeof textProblems
  | keyof typeof shapeProblems
  | keyof typeof amountProblems
  | keyof typeof referenceProblems
  | keyof typeof ruleProblems;

export const PROBLEMS: Readonly<Record<ProblemCode, ProblemDefinition>> = {
  ...textProblems,
  ...shapeProblems,
  ...amountProblems,
  ...referenceProblems,
  ...ruleProblems,
};
