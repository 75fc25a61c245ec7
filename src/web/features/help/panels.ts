import './help.css';

export { KeysDialog } from './KeysDialog';
export { WordsDialog } from './WordsDialog';
