/**
 * Activities, hours, points and honours of the demonstration, by the real actions over the five weeks before the present:
 * what was served is certain and has earned, one honour was granted, one is voted on, one is up for notice.
 */
import { sceneOf } from '@/cloudfunctions/runtime/scene';
import type { Input } from '@/contract';
import type { Plan } from '@/domain/activity/activity';
import type { Phone } from '../local';
import { FANG, GENG } from './wishes';
import type { World } from './world';
import { AREA } from './yanman';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const CHINA = 8 * HOUR;
const ZHAO = 'wx-s_zhao';
const DESK = 'wx-s_desk1';
const LEADER = 'wx-s_leader1';
/** A teacher who came with her pupils' parents. */
export const TIAN = 'wx-tian-lei';
/** How long before the present it begins. */
export const STANDING_BEFORE = 33 * DAY;

type PartMove = Input<'record.move'>['move'];

/** From five weeks to ten days before the present; the clock stands there afterwards. Staff must be bound. */
export async function playStandingBefore(phone: Phone, world: World, now: number): Promise<void> {
  const midnight = Math.floor((now + CHINA) / DAY) * DAY - CHINA;
  const on = (daysAgo: number, hour: number) => midnight - daysAgo * DAY + hour * HOUR;
  const hands = handsOf(phone, world);

  await phone.clockTo(on(32, 9), false);
  await hands.volunteer(FANG, '方敏', '6801', ['electric', 'plumber']);
  await hands.volunteer(GENG, '耿直', '6802', ['carer', 'barber', 'phone']);
  await hands.volunteer(TIAN, '田蕾', '6806', ['teacher']);
  for (const [name, points, left, where] of SHELF)
    await phone.call(LEADER, 'points.stock', { key: key(), name, points, left, where, offered: true });

  const neighbour = await hands.honour('十月好邻居', 4, 4, 5);
  await hands.nominate(FANG, neighbour, '耿直', '谁家有事都肯搭把手', await hands.numberOf(GENG));
  await hands.nominate(ZHAO, neighbour, '周桂兰', '十几年帮邻居看孩子');

  const river = await hands.activity('河边捡垃圾', 'environment', on(30, 9), 2, 20);
  for (const who of [FANG, GENG, TIAN]) await hands.join(who, river);
  await phone.clockTo(on(30, 9));
  for (const who of [FANG, GENG, TIAN]) await hands.part(who, river, 'checkIn');
  await phone.clockTo(on(30, 11));
  for (const who of [FANG, GENG]) await hands.part(who, river, 'checkOut');
  await hands.move(ZHAO, river, 'chronicle', '沿河走了三里地，捡了十二袋，桥下的床垫也拉走了。');
  await hands.move(ZHAO, river, 'finish');
  await hands.appraise(river, '耿直', '来得早，走得晚，把最沉的两袋扛上了车');

  const lesson = await hands.activity('跟着卫生院学急救', 'training', on(28, 14), 2, 30);
  for (const who of [GENG, TIAN]) await hands.join(who, lesson);
  await phone.clockTo(on(28, 14));
  for (const who of [GENG, TIAN]) await hands.part(who, lesson, 'checkIn');
  await phone.clockTo(on(28, 16));
  for (const who of [GENG, TIAN]) await hands.part(who, lesson, 'checkOut');

  await phone.clockTo(on(28, 17));
  for (const who of [ZHAO, FANG, TIAN]) await hands.vote(who, neighbour, 'n1');
  await phone.clockTo(on(23, 18));

  const elders = await hands.activity('重阳后看老人', 'elders', on(21, 9), 3, 10);
  for (const who of [FANG, GENG]) await hands.join(who, elders);
  await phone.clockTo(on(21, 9));
  for (const who of [FANG, GENG]) await hands.part(who, elders, 'checkIn');
  await phone.clockTo(on(21, 12));
  for (const who of [FANG, GENG]) await hands.part(who, elders, 'checkOut');
  await hands.move(ZHAO, elders, 'chronicle', '看了九位老人，给三家换了灯泡。');

  await phone.clockTo(on(17, 10));
  const youth = await hands.honour('最美志愿者', 3, 3, 15);
  await hands.nominate(TIAN, youth, '方敏', '水电上的事随叫随到，从不收钱', await hands.numberOf(FANG));
  await hands.nominate(ZHAO, youth, '田蕾', '周末带着孩子们认树、读书');
  await phone.clockTo(on(13, 12));
  for (const who of [ZHAO, TIAN, GENG]) await hands.vote(who, youth, 'n1');
  await phone.clockTo(on(10, 8));
  const courtyard = await hands.honour('最美庭院', 4, 20, 5);
  await hands.nominate(GENG, courtyard, '孙广田', '小院里四季有花，谁路过都能歇歇脚');
  await hands.nominate(FANG, courtyard, '王秀英', '门前的菜地收拾得比公园还整齐');
  await phone.clockTo(now - 10 * DAY);
}

/** Just before the present: what one can still take part in, somebody who is there now, a return that waits, one thing in question. */
export async function playStandingAfter(phone: Phone, world: World, now: number): Promise<void> {
  const midnight = Math.floor((now + CHINA) / DAY) * DAY - CHINA;
  const hands = handsOf(phone, world);
  await phone.clockTo(now - 2 * HOUR, false);
  const today = await hands.activity('清一清楼道', 'safety', now - 20 * MINUTE, 2, 12);
  for (const who of [FANG, GENG]) await hands.join(who, today);
  const saturday = midnight + (((6 - new Date(midnight + CHINA).getUTCDay() + 7) % 7 || 7) + 7) * DAY;
  const soon = await hands.activity('陪老人学用手机', 'study', saturday + 9 * HOUR, 2, 20);
  await hands.join(GENG, soon);
  const full = await hands.activity('大棚里帮一天工', 'civil', saturday + DAY + 8 * HOUR, 4, 1);
  await hands.join(TIAN, full);
  await hands.join(FANG, full);
  await hands.activity('冬至包饺子', 'elders', saturday + 5 * DAY + 10 * HOUR, 3, 40, false);
  await phone.clockTo(now - 10 * MINUTE);
  await hands.part(GENG, today, 'checkIn');

  const { items } = await phone.call(GENG, 'points.shelf', { area: AREA });
  for (const [who, name] of [
    [GENG, '香皂一块'],
    [FANG, '洗衣液一瓶'],
  ] as const) {
    const item = items.find((each) => each.name === name);
    if (item) await phone.call(who, 'points.redeem', { key: key(), item: item.id, points: item.points });
  }
  // her number is known: she let WeChat give it
  await phone.call(FANG, 'profile.phone', { code: 'phone-17000006801' });
  const { person } = await phone.call(ZHAO, 'conduct.person', { phone: '17000006801' });
  const { id } = await phone.call(ZHAO, 'conduct.raise', {
    key: key(),
    person,
    ground: 'not-delivered',
    text: '答应周三去换水龙头，等到晚上没有来，也没打电话',
  });
  const said = '那天孩子发烧，去了医院，忘了说一声，第二天一早补上了';
  await phone.call(FANG, 'conduct.move', { id, key: key(), move: 'reply', text: said });
  await phone.call(GENG, 'certificate.issue', { key: key() });
  await phone.clockTo(now);
  await phone.clockReal();
}

const SHELF = [
  ['香皂一块', 4, 30, '村部一楼，上班时间'],
  ['洗衣液一瓶', 6, 12, '村部一楼，上班时间'],
  ['理发一次', 8, 10, '闫满村口理发店，周一不开门'],
  ['小米两斤', 12, 0, '村部一楼，上班时间'],
] as const;

const key = () => crypto.randomUUID();

function handsOf(phone: Phone, world: World) {
  const scene = sceneOf(
    world.places.find(({ name }) => name === '闫满小区3号楼')?._id ?? world.places[0]?._id ?? '',
  );
  const move = async (user: string, id: string, name: Input<'activity.move'>['move'], text?: string) => {
    await phone.call(user, 'activity.move', { id, key: key(), move: name, ...(text && { text }) });
  };
  return {
    move,
    async volunteer(user: string, name: string, digits: string, skills: string[]): Promise<void> {
      await phone.call(user, 'volunteer.register', {
        name,
        phone: `1700000${digits}`,
        skills,
        places: [AREA],
        times: [],
        teams: [],
        minor: false,
        guardian: null,
        consent: true,
      });
    },
    async numberOf(user: string): Promise<string> {
      return (await phone.call(user, 'session.open', {})).volunteer?.no ?? '';
    },
    async activity(
      title: string,
      theme: Plan['theme'],
      startsAt: number,
      hours: number,
      capacity: number,
      up = true,
    ): Promise<string> {
      const plan = {
        title,
        theme,
        text: '手套和工具村里有，穿方便走路的鞋。中午各自回家，不留饭。',
        object: theme === 'training' ? '志愿者' : '全体村民',
        skills: [],
        team: null,
        adultsOnly: false,
        startsAt,
        endsAt: startsAt + hours * HOUR,
        capacity,
      };
      const { id } = await phone.call(ZHAO, 'activity.draft', { key: key(), scene, plan });
      if (up) await move(DESK, id, 'publish');
      return id;
    },
    join: (user: string, id: string) => move(user, id, 'join'),
    async part(user: string, id: string, what: PartMove): Promise<void> {
      const { part } = await phone.call(user, 'activity.read', { id });
      await phone.call(user, 'record.move', { id: part?.id ?? '', key: key(), move: what, scene });
    },
    async appraise(id: string, name: string, text: string): Promise<void> {
      const { rows } = await phone.call(ZHAO, 'activity.people', { id });
      const part = rows.find((row) => row.name === name)?.id ?? '';
      await phone.call(ZHAO, 'record.move', { id: part, key: key(), move: 'appraise', text });
    },
    async honour(title: string, nominate: number, vote: number, notice: number): Promise<string> {
      const { id } = await phone.call(LEADER, 'honour.announce', {
        key: key(),
        title,
        text: '在身边的小事里，选出大家认可的人。',
        way: 'vote',
        jury: [],
        places: 1,
        nominateDays: nominate,
        voteDays: vote,
        noticeDays: notice,
      });
      return id;
    },
    async nominate(user: string, id: string, name: string, text: string, no = ''): Promise<void> {
      const said = { name, where: '闫满村', text, agreed: true as const, ...(no && { no }) };
      await phone.call(user, 'honour.move', { id, key: key(), move: 'nominate', ...said });
    },
    async vote(user: string, id: string, choice: string): Promise<void> {
      await phone.call(user, 'honour.vote', { id, choices: [choice] });
    },
  };
}
