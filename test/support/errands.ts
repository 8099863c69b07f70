/** Pieces of journeys that many of them share: a lamp is reported, taken, done. In a real browser. */
import type { Page } from 'playwright-core';
import type { Input, TicketView } from '@/contract';
import { type Phones, see, tap, write } from './phones';
import { type Name, SCENE } from './yima';

/** Opens the form for the lamp from the scanned code and answers its question. */
export async function lamp(page: Page): Promise<void> {
  await see(page, '3号楼2单元');
  await tap(page, /报一个问题/);
  await tap(page, /楼道灯不亮/);
  await tap(page, '楼道');
}

/** Somebody reports the lamp, and the page of the request stands. */
export async function reported(phones: Phones, name: Name, words: string): Promise<Page> {
  const page = await phones.scan(name);
  await lamp(page);
  await write(page, words);
  await tap(page, '提交问题');
  await see(page, '办理经过');
  return page;
}

/** The same without a screen. */
export function filed(
  phones: Phones,
  name: Name,
  over: Partial<Input<'ticket.file'>> = {},
): Promise<TicketView> {
  return phones.call(name, 'ticket.file', {
    key: crypto.randomUUID(),
    service: 'street-lamp',
    scene: SCENE(),
    address: '',
    text: '二楼的灯坏了三天',
    answers: [{ id: 'where', answer: '楼道' }],
    photos: [],
    contact: { name: '', phone: '' },
    ...over,
  });
}

/** One move without a screen. */
export function moved(
  phones: Phones,
  name: Name,
  id: string,
  move: Input<'ticket.move'>['move'],
  evidence: Partial<Input<'ticket.move'>> = {},
): Promise<TicketView> {
  return phones.call(name, 'ticket.move', { id, key: crypto.randomUUID(), move, ...evidence });
}

/** Opens this ticket as somebody of the staff. */
export function inHand(phones: Phones, name: Name, id: string): Promise<Page> {
  return phones.open(name, `pages/staff/ticket/index?id=${id}`);
}

/** On the page of a ticket that is signed: calls, says that it is done. */
export async function contactedAndDone(page: Page, result: string): Promise<void> {
  await tap(page, '已联系居民');
  await tap(page, '电话联系上了');
  await tap(page, '记下来');
  await done(page, result);
}

/** On the page of a ticket in work: says that it is done. */
export async function done(page: Page, result: string): Promise<void> {
  await tap(page, '办好了');
  await tap(page, '已解决');
  await write(page, result);
  await tap(page, /^提交/);
}
