/** Sizes that both sides know. Apart from the schemas, so that a screen may say them without loading those. */

/** The longest account of a problem, in characters; the longest real one that we know of has 6,999. */
export const TEXT_MAX = 8000;
/** What is said with a move: a note, a reason, a result. */
export const SAID_MAX = 2000;
export const ADDRESS_MAX = 60;
export const NAME_MAX = 10;
export const PHOTOS_MAX = 9;
/** A photo after compression, in bytes. */
export const PHOTO_BYTES_MAX = 5_000_000;
/** The small picture that stands for a photo in a list, in bytes; its longer side as phones make it, and at most (px). */
export const SMALL_BYTES_MAX = 25_000;
export const SMALL_SIDE = 320;
export const SMALL_SIDE_MAX = 400;
/** A wish, in characters: it is read on a wall. */
export const WISH_MAX = 200;
/** A voice note, in bytes and in seconds, and how many of them one request or answer may have. */
export const VOICE_BYTES_MAX = 1_500_000;
export const VOICE_SECONDS_MAX = 60;
export const VOICES_MAX = 3;
