/** Words for somebody who was named right before, in all languages that sentences are read in: parts of patterns. */

/** Of one. */
export const SHE = 'he|she|él|ella|il|elle|hij|zij|ze';

/** Of one or of several. */
export const THEY = `${SHE}|they|ellos|ellas|ils|elles`;
