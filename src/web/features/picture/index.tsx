/** The room of the picture, and the picture for other rooms. */
export { PicturePage } from './PicturePage';
export { PictureView, type PictureViewProps } from './PictureView';
export { Thumbnail } from './Thumbnail';
