export { CorrectionDialog } from './CorrectionDialog';
