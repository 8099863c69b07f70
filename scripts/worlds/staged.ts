/** Matters set up for the pictures only, through the real actions: worked on together, sealed, to check, to call, put off, contested. */
import type { Input, TicketView } from '@/contract';
import { HOUR } from '@/domain/time/day';
import type { Phone } from '../local';

/** Who acts, as identities of the world. */
export interface Cast {
  readonly resident: string;
  readonly neighbour: string;
  readonly worker: string;
  readonly desk: string;
  readonly leader: string;
  readonly office: string;
}

export interface Staged {
  readonly joint: string;
  readonly sealed: string;
  readonly check: string;
  readonly call: string;
  readonly long: string;
  readonly contested: string;
  /** One of two reports of the same thing. */
  readonly alike: string;
  /** Turned into a wish. */
  readonly became: string;
}

const WORKER = 's_zhao';
const OFFICE = 's_urban2';
const OTHER_OFFICE = 's_social2';

/** `scene` is the resident's stairwell, `now` the moment of the pictures (ms). */
export async function stage(phone: Phone, cast: Cast, scene: string, now: number): Promise<Staged> {
  const { resident, neighbour, worker, desk, leader, office } = cast;
  let nth = 0;
  const key = () => `57a9ed00-0000-4000-8000-${String(++nth).padStart(12, '0')}`;
  const file = (by: string, text: string, over: Partial<Input<'ticket.file'>> = {}) =>
    phone.call(by, 'ticket.file', {
      key: key(),
      service: 'garbage',
      scene,
      address: '',
      text,
      answers: [],
      photos: [],
      contact: { name: '尹小麦', phone: '17000006777' },
      ...over,
    });
  const move = (by: string, id: string, what: Input<'ticket.move'>['move'], given: object = {}) =>
    phone.call(by, 'ticket.move', { id, key: key(), move: what, ...given });
  /** The post that this person can be given a ticket in. */
  const toPerson = async (by: string, id: string, person: string) => {
    const found = (await phone.call(by, 'ticket.assignees', { id })).find((one) => one.person === person);
    if (!found) throw new Error(`${person} cannot be chosen`);
    return { post: found.post, person };
  };
  /** The worker has it and has called, whoever it went to first. */
  const inWork = async ({ id, state, handler }: TicketView): Promise<string> => {
    if (handler?.name !== '赵海平') {
      const to = await toPerson(desk, id, WORKER);
      await move(desk, id, state === 'submitted' ? 'dispatch' : 'transfer', { ...to, text: '离得近' });
    }
    await move(worker, id, 'sign');
    await move(worker, id, 'contact', { contact: 'phone', text: '看过了，这就办' });
    return id;
  };

  const joint = await inWork(await file(resident, '楼前下水井塌了半边，灯线泡在水里，孩子们绕着走'));
  const helpers = [await toPerson(worker, joint, OFFICE), await toPerson(worker, joint, OTHER_OFFICE)];
  await move(worker, joint, 'convene', { helpers, text: '请到现场一起看，各办各的一块' });
  await move(worker, joint, 'meet', {
    text: '城建办换井盖清淤，社会事务办先把老人送饭的路线改一改，两天内办完。',
    measures: [{ ...(helpers[0] as (typeof helpers)[0]), text: '换井盖，清淤', until: now + 27 * HOUR }],
  });
  await move(office, joint, 'measure', { measure: 1, text: '现场围起来了，灯线断了电' });

  const units = await phone.call(neighbour, 'place.units', { scene });
  const unit = units.find(({ name }) => name.includes('城乡建设'))?.unit ?? null;
  const { id: sealed, handler } = await file(neighbour, '报了三回，来的人说不归他们，态度也不好', {
    service: 'complain',
    against: { unit, person: null },
    sealed: true,
  });
  if (!handler) await move(desk, sealed, 'dispatch', await toPerson(desk, sealed, WORKER));
  await move(desk, sealed, 'look', { text: '要联系反映人核实情况' });

  const check = await inWork(await file(neighbour, '三号楼东头的垃圾桶没有盖，招苍蝇'));
  await move(worker, check, 'resolve', {
    result: 'unsolvable',
    text: '新桶要统一采购，下个月到，到货先换这里。',
  });

  const call = await inWork(
    await file(neighbour, '李奶奶家门口堆着旧家具，出门不方便', {
      onBehalf: { name: '李秀珍', phone: '', callback: 'door', consent: true },
    }),
  );
  const { state } = await move(worker, call, 'resolve', {
    result: 'solved',
    text: '旧家具拉走了，门口扫干净了。',
  });
  if (state === 'checking') await move(desk, call, 'check', { passed: true });

  const long = await inWork(await file(neighbour, '三号楼想装一部垂直的垃圾通道'));
  await move(leader, long, 'shelve', {
    code: 'budget',
    until: now + 91 * 24 * HOUR,
    text: '要等老旧小区改造的钱，明年二月定下来，定了先排三号楼。',
  });

  const { id: contested } = await inDispute(await file(neighbour, '楼后河沟里有人倒建筑垃圾'));
  await file(neighbour, '三号楼西头的垃圾桶满了，流了一地');
  const { id: alike } = await file(resident, '西头垃圾桶满了没人收，味儿大');
  const { id: became } = await file(resident, '母亲九十岁生日，想请人来拍一张全家福');
  await move(desk, became, 'become', { kind: 'company', text: '这是一桩心愿，请志愿者来帮' });
  return { joint, sealed, check, call, long, contested, alike, became };

  async function inDispute(ticket: TicketView): Promise<TicketView> {
    const { id } = ticket;
    if (ticket.handler?.name !== '赵海平')
      await move(desk, id, ticket.state === 'submitted' ? 'dispatch' : 'transfer', {
        ...(await toPerson(desk, id, WORKER)),
        text: '离得近',
      });
    await move(worker, id, 'return', { text: '河沟不在我的网格里' });
    await move(desk, id, 'dispatch', await toPerson(desk, id, OFFICE));
    return move(office, id, 'return', { text: '河道归水利，不归我们办公室' });
  }
}
