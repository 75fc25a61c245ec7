/** What if: trying changes before living them. */
export { WhatIfPage } from './WhatIfPage';
