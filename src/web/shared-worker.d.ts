declare module '*?shared-worker' {
  /** The address of a worker that shares its parts with the page. */
  const address: string;
  export default address;
}
