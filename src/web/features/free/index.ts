export { FreePage } from './FreePage';
