export type { View } from '#core/audience/view';
export { message } from '#core/words/message';
