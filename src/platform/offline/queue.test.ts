import fc from 'fast-check';
import { isLocal, matterOf } from '../local';
import { noteOf } from '../note-of';
import {
  add,
  again,
  asked,
  backoff,
  due,
  fileArrived,
  fileLost,
  filesOf,
  hasLocal,
  keyOf,
  type Letter,
  type Queue,
  refusedWith,
  unanswered,
  type Waiting,
  wakeAt,
  without,
  wordsFirst,
} from './queue';

const move = (
  key: string,
  id: string,
  name: 'sign' | 'contact' | 'resolve' = 'sign',
  photos?: string[],
): Letter => ({
  action: 'ticket.move',
  input: { key, id, move: name, ...(photos && { photos }) },
});
const laid = (...letters: Letter[]): Queue =>
  letters.reduce<Queue>((queue, letter) => add(queue, letter, '', null, 0), []);
const NO = { code: 'MOVED_ON', words: '' };

test('what is laid down twice under one key waits once, as it was first', () => {
  const queue = add(laid(move('a', 't1')), move('a', 't1', 'resolve'), '', null, 9);
  expect(queue).toHaveLength(1);
  expect(queue[0]!.letter.input).toMatchObject({ move: 'sign' });
});

test('one matter goes in order, another does not wait for it', () => {
  const queue = unanswered(laid(move('a', 't1'), move('b', 't1', 'contact'), move('c', 't2')), 'a', 0);
  expect(keyOf(due(queue, 1)!)).toBe('c');
  expect(due(without(queue, 'c'), 1)).toBeNull();
  expect(keyOf(due(queue, backoff(1))!)).toBe('a');
});

test('a question holds up what was said after it, and is asked again as it was', () => {
  const queue = refusedWith(laid(move('a', 't1'), move('b', 't1', 'contact')), 'a', NO);
  expect(due(queue, 1e9)).toBeNull();
  expect(wakeAt(queue)).toBeNull();
  expect(keyOf(due(again(queue, 'a'), 1)!)).toBe('a');
  expect(keyOf(due(without(queue, 'a'), 1)!)).toBe('b');
});

test('the network is back: all are due, but what was refused waits for its answer', () => {
  const tried = unanswered(laid(move('a', 't1'), move('b', 't2')), 'a', 0);
  const queue = again(refusedWith(tried, 'b', NO));
  expect(keyOf(due(queue, 0)!)).toBe('a');
  expect(queue[1]!.refused).toEqual(NO);
});

test('waits grow to five minutes and no further', () => {
  expect([1, 2, 3, 4].map(backoff)).toEqual([5_000, 10_000, 20_000, 40_000]);
  expect(backoff(60)).toBe(300_000);
});

test('the words go first without the photos that are still here', () => {
  const queue = wordsFirst(laid(move('a', 't1', 'resolve', ['local:1', 'cloud://2'])), 'a');
  expect(filesOf(queue[0]!)).toEqual(['cloud://2']);
  expect(hasLocal(queue[0]!)).toBe(false);
});

test('what was said waits and goes as photos do, and stays where there is none', () => {
  const letter: Letter = {
    action: 'ticket.move',
    input: { key: 'a', id: 't1', move: 'answer', photos: ['local:1'], voices: ['local:2-12'] },
  };
  const half = fileArrived(laid(letter, move('b', 't2')), 'a', 'local:2-12', 'cloud://v-12.mp3');
  expect(filesOf(half[0]!)).toEqual(['local:1', 'cloud://v-12.mp3']);
  expect(hasLocal(half[0]!)).toBe(true);
  const whole = wordsFirst(half, 'a');
  expect(whole[0]!.letter.input).toMatchObject({ photos: [], voices: ['cloud://v-12.mp3'] });
  expect(fileLost(whole, 'b', 'local:9')[1]!.letter.input).toEqual(move('b', 't2').input);
});

test('a form that is opened again after a refusal calls a photo by the name under which it arrived', () => {
  const held = {
    text: '“local:1”',
    photos: [
      { fileId: 'local:1', thumb: 'data:' },
      { fileId: 'local:12', thumb: '' },
    ],
  };
  const queue = add([], move('a', 't1', 'resolve', ['local:1', 'local:12']), '', held, 0);
  expect(fileArrived(queue, 'a', 'local:1', 'cloud://1')[0]!.held).toEqual({
    text: '“local:1”',
    photos: [
      { fileId: 'cloud://1', thumb: 'data:' },
      { fileId: 'local:12', thumb: '' },
    ],
  });
});

test('how long a note is stands in its name, here and in the cloud', () => {
  expect(noteOf(`local:${crypto.randomUUID()}-7`).seconds).toBe(7);
  expect(noteOf('cloud://a.b/v/2026-11/0123456789abcdef-0123456789abcdef-42.mp3').seconds).toBe(42);
  expect(noteOf('local:6f1c1d1e-0000-4000-8000-000000000012').seconds).toBe(0);
});

/** Any course of days: what is said, lost, refused, photographed, given up, in any order. */
const KEYS = ['a', 'b', 'c', 'd', 'e'];
const step = fc.record({
  do: fc.constantFrom('add', 'send', 'lost', 'no', 'photo', 'gone', 'words', 'again', 'drop', 'wake'),
  key: fc.constantFrom(...KEYS),
  lane: fc.constantFrom('t1', 't2'),
});

test('whatever happens: in order, once, and never two contents under a key that may have arrived', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let queue: Queue = [];
      let now = 0;
      const said: string[] = [];
      const ended = new Set<string>();
      /** What the cloud has seen under a key since it last refused it. */
      const seen = new Map<string, string>();
      const order: Record<string, string[]> = { t1: [], t2: [] };
      for (const { do: what, key, lane } of steps) {
        now += 60_000;
        const head: Waiting | null = due(queue, now);
        if (what === 'add' && !said.includes(key)) {
          queue = add(queue, move(key, lane, 'resolve', [`local:${key}`]), '', null, now);
          said.push(key);
          order[lane]!.push(key);
        } else if (what === 'photo') queue = fileArrived(queue, key, `local:${key}`, `cloud://${key}`);
        else if (what === 'gone')
          queue = head?.asked === false ? fileLost(queue, keyOf(head), `local:${keyOf(head)}`) : queue;
        else if (what === 'words') queue = wordsFirst(queue, key);
        else if (what === 'again') queue = again(queue, key);
        else if (what === 'wake') queue = again(queue);
        else if (what === 'drop') {
          if (said.includes(key)) ended.add(key);
          queue = without(queue, key);
        } else if (head && !filesOf(head).some(isLocal)) {
          const mine = keyOf(head);
          const content = JSON.stringify(head.letter);
          queue = asked(queue, mine);
          // the same key has never meant anything else
          expect(seen.get(mine) ?? content).toBe(content);
          // and nothing said before it about the same matter is still waiting
          const before = order[matterOf(head)]!.slice(0, order[matterOf(head)]!.indexOf(mine));
          expect(before.filter((each) => queue.some((one) => keyOf(one) === each))).toEqual([]);
          if (what === 'send') {
            ended.add(mine);
            queue = without(queue, mine);
          } else if (what === 'lost') {
            seen.set(mine, content);
            queue = unanswered(queue, mine, now);
          } else {
            seen.delete(mine);
            queue = refusedWith(queue, mine, NO);
          }
        }
        // nothing is lost, nothing comes back
        expect(queue.map(keyOf)).toEqual(said.filter((each) => !ended.has(each)));
      }
    }),
    { numRuns: 500 },
  );
});
