/** Everything that Potluck can say, ready when this module is: for scripts that load it and let its loader go. */
import { wordsOfLibrary, wordsOfScreens } from '#test/languages/words-of';

export const screens = wordsOfScreens();
export const library = await wordsOfLibrary();
