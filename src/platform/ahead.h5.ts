declare const __webpack_chunk_load__: (chunk: string) => Promise<unknown>;

/** What the pages of one request share, and no list has. */
const OF_A_REQUEST = ['src_ui_photos', 'src_features_ticket_request'];

/** `page` as the build names its chunk: `staff_ticket`. One that has another name is fetched when it is opened. */
export function fetchAhead(page: string): void {
  const shared = page.endsWith('_ticket') ? OF_A_REQUEST : [];
  for (const chunk of [`src_pages_${page}_index_tsx`, ...shared])
    __webpack_chunk_load__(chunk).catch(() => undefined);
}
