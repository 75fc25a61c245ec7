/**
 * The library: `import { parse, resolve, disclose, analyse, ask, story } from 'potluck'`. Text in, facts out, pictures
 * last; each step a pure function between two named types. Nothing here reads a clock, a disk or a network.
 *
 * @example
 * const { community, problems } = resolve(parse(text, { file: 'garden.yaml' }));
 * if (community !== null) {
 *   const view = disclose(community, { audience: 'members', day: '2026-03-01' });
 *   const findings = analyse(view, ['who-bears']);
 *   const questions = ask(view, analyse(view));
 * }
 */

export {
  type AgendaReport,
  agendaMarkdown,
  agendaOf,
  agendaReport,
  type MeetingReport,
  meetingReport,
} from '#core/agenda';
export { analyse, explain } from '#core/analyses/analyse';
export type { Analysis, Example, RunOptions } from '#core/analyses/define';
export type { Finding, Loop, Matrix, Value } from '#core/analyses/finding';
export { type Audience, audienceOf, knownAudiences } from '#core/audience/audience';
export { type DiscloseOptions, disclose } from '#core/audience/disclose';
export { audiencesToShow, lookingThrough, type Sight } from '#core/audience/looking-through';
export { type Audit, auditDisclosure } from '#core/audience/protect/audit';
export type { Bounds } from '#core/audience/protect/linear';
export type { Mask, MaskTable } from '#core/audience/protect/mask';
export {
  type Contributed,
  type Differenced,
  differenced,
  type ReleasedFigure,
} from '#core/audience/protect/releases';
export type { View, ViewJson, Withheld } from '#core/audience/view';
export { type Breach, type Meeting, wallBreaches, wouldBreach } from '#core/audience/walls';
export { alignMany, type CommonBlock, type CommonRow, commonBlocks } from '#core/compare/align';
export { type Comparison, compare } from '#core/compare/compare';
export { type FiledScheme, filedOn } from '#core/compare/filed';
export { type Feature, type FeatureValue, gower, type Likeness } from '#core/compare/gower';
export { type CompareReport, compareReport, readPicks } from '#core/compare/report';
export { type Revising, refile, reviseScheme, type Step } from '#core/compare/revise-scheme';
export { filing, schemeOn } from '#core/compare/scheme-history';
export { type Entry, vectorOf } from '#core/compare/vector';
export type { Draft } from '#core/file/draft';
export { type Erasing, erasing } from '#core/file/erase';
export {
  type Applied,
  applyOperations,
  type Mention,
  mentionsOf,
  type Operation,
  type Refusal,
} from '#core/file/operations';
export { parse } from '#core/file/parse';
export { print, printCommunity } from '#core/file/print';
export type { Problem } from '#core/file/problem';
export { type Resolved, resolve } from '#core/file/resolve';
export type { Amount } from '#core/model/amount';
export { allThings, type Community, describedDay } from '#core/model/community';
export { type Day, isoDay, middleDay } from '#core/model/dates';
export { type Id, inLanguage, nameOf, type Text } from '#core/model/fact';
export type * from '#core/model/things';
export { type PictureOptions, picture } from '#core/picture/svg';
export { type AskOptions, ask } from '#core/questions/ask';
export type { Question } from '#core/questions/define';
export {
  type AnalyseReport,
  analyseReport,
  analysisIds,
  type Disclosure,
  disclosure,
  explanation,
  measure,
  type QuestionsReport,
  questionsReport,
  type StoryReport,
  storyReport,
  UnknownAnalysis,
} from '#core/report';
export { type Compiled, compile } from '#core/simulate/compile/compile';
export { bestSize, type NetworkEconomy } from '#core/simulate/network-size';
export { type ReportOptions, type SimulateReport, simulateReport } from '#core/simulate/report';
export { type ShiftStory, shiftStory } from '#core/simulate/shift-story';
export {
  runScenario,
  type ScenarioChoice,
  type ScenarioEntry,
  Simulation,
  type SimulationOptions,
  type SimulationResult,
  scenarioList,
  UnknownScenario,
} from '#core/simulate/simulation';
export { type Tip, tipOf, UnknownParameter } from '#core/simulate/tips';
export { seriesCsv, toXmile } from '#core/simulate/xmile';
export { type SponsorPage, sponsorPage } from '#core/sponsor-page';
export { type Sentence, type Story, story } from '#core/story/story';
export { type CalendarEntry, calendarEntries } from '#core/talk/calendar';
export { type AgendaItem, LEGS, type Leg } from '#core/talk/item';
export { agendaFindings, type PastAgenda, pastAgendas } from '#core/talk/legs';
export { type MeetingAgenda, type MeetingItem, type MeetingOptions, meetingAgenda } from '#core/talk/meeting';
export { type MonthlyAgenda, monthlyAgenda } from '#core/talk/month';
export type { Message } from '#core/words/message';
