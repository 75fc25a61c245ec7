/** Settings: of a community, and of oneself and this Potluck. */
export { OwnSettings } from './OwnSettings';
export { RoomSettings } from './RoomSettings';
