/** What the figures measure and the library does not export. Bundled by `bench/open.js`; holds nothing of its own. */
export { countAll } from '#core/analyses/loops/count-all';
export { countBounded } from '#core/analyses/loops/count-bounded';
export { enumerateLoops } from '#core/analyses/loops/enumerate';
export { graphOf } from '#core/analyses/loops/graph';
export { disclose } from '#core/audience/disclose';
export { parse } from '#core/file/parse';
export { resolve } from '#core/file/resolve';
export { interpret } from '#core/simulate/interpret';
export { Simulation } from '#core/simulate/simulation';
export { Engine, Many } from '#core/simulate/wasm/engine';
export { asWritten, toXmile } from '#core/simulate/xmile';
