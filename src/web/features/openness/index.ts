/** Openness: who sees what. */
export { OpennessPage } from './OpennessPage';
