export { CanvasPage } from './CanvasPage';
