/** What the phone does without a network. Fetched apart, after the first answer: no first page waits for it. */

export { preview } from '../preview';
export * as memory from './memory';
export * as post from './outbox';
export * from './queue';
export { redrawn } from './redrawn';
export { shelf } from './shelf';
export { takeUp } from './take-up';
