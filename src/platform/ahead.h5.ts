declare const __webpack_chunk_load__: (chunk: string) => Promise<unknown>;

/** `page` as the build names its chunk: `staff_ticket`. One that has another name is fetched when it is opened. */
export function fetchAhead(page: string): void {
  __webpack_chunk_load__(`src_pages_${page}_index_tsx`).catch(() => undefined);
}
