/** What the phone does without a network. Fetched apart, after the first answer: no first page waits for it. */
export * as memory from './memory';
export * as post from './outbox';
export * from './queue';
export { shelf } from './shelf';
