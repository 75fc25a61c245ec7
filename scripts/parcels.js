/**
 * Which parts of the web application travel in one file. Together they pack to far less than each alone, since their
 * words are much the same, and on a thin line each further file costs a way there and back. But nobody should wait for
 * rooms of another sort. A part that is named nowhere goes where it is needed.
 */

/** What speaks: needed by both pages, so that the small one does not fetch what the rooms share. */
const SPEAKING =
  /node_modules\/@lingui\/|src\/core\/(?:words\/(?:message|speech|fill)|model\/fact)\.ts|src\/web\/shared\/(?:words|language)\.ts|locale\/(?:names|read)\.json/;

/** What every room and every worker needs of our own: nothing in it wants a page. */
const CORE = /src\/core\/(?:(?:model|words|audience)\/|analyses\/loops\/)|src\/web\/shared\/arrived\.ts/;

/** What every room needs of our own on its page. */
const SHARED = [
  /src\/web\/shared\/(?!foresee|problem-list)[\w-]+\.tsx?$/,
  /src\/web\/shared\/way\/|node_modules\/regexparam\//,
  /src\/web\/shared\/edit\/(?:Facts|fields|ids)\./,
  /src\/web\/shared\/people\/(?:people-api|role-words|refused|link-once)\./,
  /src\/web\/app\/(?:theme|theme-choice|language-choice)\./,
  /src\/web\/features\/(?:questions\/standing|sponsor\/SponsorLinks|export\/TakeButton|settings\/use-doing)\./,
];

/** Rooms that are read rather than worked in. */
const ROOMS =
  /src\/web\/features\/(?:canvas|free|questions|story|history|compare|openness|sponsor|why|export|release)\//;

const oneOf = (patterns) => new RegExp(patterns.map((one) => one.source).join('|'));

/** In the order in which they are asked; a higher `priority` is asked before all lower ones. */
export const PARCELS = [
  { name: 'preact', test: /node_modules\/preact\//, priority: 3 },
  { name: 'speaking', test: SPEAKING, priority: 2 },
  { name: 'frame', test: /node_modules\/@tanstack\//, priority: 1 },
  { name: 'core', test: CORE },
  { name: 'shared', test: oneOf(SHARED) },
  {
    name: 'drawing',
    test: /src\/core\/picture\/|node_modules\/roughjs\/|features\/picture\/(?:Thumbnail|Drawing)\./,
  },
  { name: 'beside', test: /src\/web\/features\/(?:search|help)\// },
  { name: 'picture', test: /src\/web\/features\/picture\// },
  { name: 'forms', test: /src\/web\/shared\/edit\// },
  { name: 'editing', test: /src\/core\/file\/|src\/web\/shared\/foresee/ },
  { name: 'people', test: /src\/web\/features\/(?:settings|enter)\/|node_modules\/@simplewebauthn\// },
  { name: 'squares', test: /node_modules\/uqr\// },
  { name: 'round', test: /src\/web\/features\/talk\/(?:ResultView|round-words|round-types|time-left)\./ },
  { name: 'talk', test: /src\/web\/features\/(?:talk|decisions|voices|agenda)\/|src\/core\/talk\// },
  { name: 'whatif', test: /src\/web\/features\/whatif\/(?!simulate-worker|draws-together)/ },
  { name: 'rooms', test: ROOMS },
  { name: 'telling', test: /src\/core\/interview\/|src\/web\/(?:features\/interview|shared\/quick-add)\// },
];
