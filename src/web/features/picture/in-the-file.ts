/** The things of a community file, for copying, pasting and merging: as the server reads the file. */
import { mergeThings } from '#core/file/merge';
import type { Contents } from '#core/file/sheet';
import { treeOf } from '#core/file/tree';
import { TreeSheet } from '#core/file/tree-sheet';
import { api } from '../../shared/api';

export { canPaste, copied, copyThings, pasteThings } from '#core/file/copy';
export { mergeThings };

/** The file of a community. */
export async function fileOf(community: string): Promise<Contents> {
  return { contents: treeOf((await api.data(community)).data) };
}

/** A file that comes from elsewhere. */
export async function fileFrom(text: string): Promise<Contents> {
  return { contents: treeOf((await api.dataOf(text)).data) };
}

/** A file on which changes can be tried. */
export async function sheetOf(community: string): Promise<TreeSheet> {
  const { data, json } = await api.data(community);
  return new TreeSheet(treeOf(data), json);
}
