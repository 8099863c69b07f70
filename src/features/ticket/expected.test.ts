import { LIFECYCLE, type TicketMove } from '@/domain/ticket/lifecycle';
import type { Waiting } from '@/src/platform/offline/queue';
import { expected, NEXT } from './expected';

const waiting = (move: TicketMove, over: Partial<Waiting> = {}): Waiting => ({
  letter: { action: 'ticket.move', input: { key: move, id: 't1', move } as never },
  title: '',
  held: null,
  since: 0,
  tries: 0,
  next: 0,
  asked: false,
  refused: null,
  ...over,
});
const chip = { words: '剩 2 天', tone: 'plain' } as const;
const ticket = { state: 'dispatched', allowed: ['sign', 'return', 'note'], chip } as const;

test('what nothing waits for is as the cloud says', () => {
  expect(expected(ticket, [])).toBe(ticket);
});

test('signed and called without signal, the result can be said', () => {
  const soon = expected(ticket, [waiting('sign'), waiting('note'), waiting('contact')]);
  expect(soon).toMatchObject({ state: 'working', chip: { words: '等待发送', tone: 'today' } });
  expect(soon.allowed).toContain('resolve');
});

test('while a question stands nothing more is offered', () => {
  const refused = { code: 'MOVED_ON', words: '' };
  expect(expected(ticket, [waiting('sign', { refused })])).toMatchObject({
    state: 'dispatched',
    allowed: [],
  });
});

test('a resident who has answered may still add a word', () => {
  const asked = { state: 'need_info', allowed: ['answer', 'withdraw', 'note'], chip } as const;
  expect(expected(asked, [waiting('answer')]).allowed).toEqual(['note']);
});

test('the guess says nothing that the table does not', () => {
  for (const [move, { state, allowed }] of Object.entries(NEXT)) {
    expect(LIFECYCLE[move as TicketMove].to).toContain(state);
    for (const next of allowed) {
      expect(LIFECYCLE[next].by).toContain('handler');
      expect(LIFECYCLE[next].from).toContain(state);
    }
  }
});
