/** What a form of export is made of: what an audience may know on a day, and how it is to look. */
import type { View } from '#core/audience/view';
import type { Theme } from '#core/picture/style';

export interface ExportInput {
  /** Everything that leaves comes from here: it was disclosed already. */
  readonly view: View;
  /** The file as this audience may have it, where the door holds it: keeps comments and order for `yaml`. */
  readonly text?: string;
  readonly theme?: Theme;
  /**
   * Rules that embed the typefaces for the letters of a text, such as `@font-face {…}`; without it the reader's own
   * typefaces are used.
   */
  readonly fontFaces?: (text: string) => string;
}
