import { inState, moved } from '@/test/builders/ticket';
import { lin, qian, zhao } from '@/test/builders/town';
import { ticketFlow } from './flow';
import type { Ticket } from './ticket';
import { sayWhere } from './words';

const GRANNY = { name: '王奶奶', phone: '', callback: 'door' } as const;
const working = (): Ticket => ({ ...inState('working'), beneficiary: GRANNY, outbox: [] });
const resolved = (): Ticket => moved(working(), 'resolve', zhao, working().updatedAt);

test('who filed for somebody else never judges for them', () => {
  const ticket = resolved();
  expect(() => moved(ticket, 'rate', lin, ticket.updatedAt)).toThrow('办得好不好由本人说');
  expect(ticketFlow.allowed(ticket, lin, ticket.updatedAt)).not.toContain('rate');
});

test('who has no phone is asked at once, and the answer decides', () => {
  const ticket = resolved();
  const call = (outcome: 'solved' | 'unsolved') => moved(ticket, 'call', qian, ticket.updatedAt, { outcome });
  expect(call('solved').state).toBe('closed');
  expect(call('unsolved')).toMatchObject({ state: 'working', cycle: 2 });
});

test('the desk is told to call back, the proxy only that there is news', () => {
  const done = resolved();
  expect(done.outbox.map(({ kind, to }) => [kind, to])).toEqual([
    ['news', 'u_lin'],
    ['callback', 's_sun'],
    ['callback', 's_qian'],
  ]);
  expect(sayWhere(done, done.updatedAt)).toBe('赵海平说办好了，会上门问王奶奶好不好');
});
