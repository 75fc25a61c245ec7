export { Log } from './Log';
export { Releases } from './Releases';
