/** Keys and words with their style, fetched when one of them is first opened. */
import './help.css';

export { KeysDialog } from './KeysDialog';
export { WordsDialog } from './WordsDialog';
