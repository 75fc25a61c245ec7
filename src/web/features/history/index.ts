export { FilePage } from './FilePage';
export { HistoryPage } from './HistoryPage';
