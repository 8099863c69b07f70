/**
 * Wishes of the demonstration, made by the real actions before the week begins and after it has been played: some wait
 * on the wall, one is in hand with a line behind it, one waits to be confirmed, one was thanked for, one waits for review.
 */
import { sceneOf } from '@/cloudfunctions/runtime/scene';
import type { Input } from '@/contract';
import type { Phone } from '../local';
import type { World } from './world';
import { AREA } from './yanman';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const DESK = 'wx-s_desk1';
const LIN = 'wx-lin-guifen';
const ZHAO = 'wx-s_zhao';
/** Two volunteers: one is good with pipes and wires, one with people. */
export const FANG = 'wx-fang-min';
export const GENG = 'wx-geng-zhi';
/** Thirteen, with a guardian's consent. */
export const QI = 'wx-qi-lan';

const adult = (name: string) => ({ sort: 'adult', name, phone: '', consent: true }) as const;

/** Told ten days before the present; each is on the wall a little later than the one before. */
export async function playWishesBefore(phone: Phone, world: World, now: number): Promise<void> {
  const hands = handsOf(phone, world);
  await hands.volunteer(FANG, '方敏', '6801', ['electric', 'plumber']);
  await hands.volunteer(GENG, '耿直', '6802', ['carer', 'barber', 'phone']);
  await hands.volunteer(QI, '齐兰', '6804', ['arts'], { name: '齐建国', phone: '17000006805' });
  await hands.wish(LIN, 'repair', '卫生间想装一个扶手，晚上起夜不方便', { sort: 'self' });
  await hands.wish(ZHAO, 'company', '子女在外地，想有人隔几天来说说话、读读报', adult('王秀英'));
  const done = await hands.wish(ZHAO, 'hair', '腿脚不便，想请人上门理个发', adult('孙广田'));
  await hands.move(GENG, done, 'claim');
  await hands.move(GENG, done, 'deliver', '理好了，下个月再来');
  await hands.move(ZHAO, done, 'confirm', '上门看过，理得很好');
  await hands.move(ZHAO, done, 'thank', '孙大爷说谢谢小耿');
  await phone.clockTo(now - 10 * DAY + MINUTE, false);
}

/** Told just before the present. */
export async function playWishesAfter(phone: Phone, world: World, now: number): Promise<void> {
  await phone.clockTo(now - MINUTE, false);
  const hands = handsOf(phone, world);
  const guardian = { name: '李建', phone: '17000006803', consent: true } as const;
  await hands.wish(LIN, 'goods', '想要一盏护眼台灯，写作业用', { sort: 'child', name: '李小满', guardian });
  const taken = await hands.wish(LIN, 'phone', '想学视频通话，跟外地的孙子见见面', { sort: 'self' });
  await hands.move(GENG, taken, 'claim');
  await hands.move(GENG, taken, 'arrange', '周六上午去');
  await hands.move(FANG, taken, 'queue');
  const delivered = await hands.wish(LIN, 'repair', '厨房水龙头关不严', { sort: 'self' });
  await hands.move(FANG, delivered, 'claim');
  await hands.move(FANG, delivered, 'deliver', '换了阀芯，不滴水了');
  await hands.wish(ZHAO, 'errand', '想请人去镇上取一次药', adult('周桂兰'), false);
  await phone.clockTo(now);
  await phone.clockReal();
}

function handsOf(phone: Phone, world: World) {
  const scene = sceneOf(
    world.places.find(({ name }) => name === '闫满小区3号楼')?._id ?? world.places[0]?._id ?? '',
  );
  const key = () => crypto.randomUUID();
  const move = async (user: string, id: string, name: Input<'wish.move'>['move'], text?: string) => {
    await phone.call(user, 'wish.move', { id, key: key(), move: name, ...(text && { text }) });
  };
  return {
    move,
    async volunteer(
      user: string,
      name: string,
      digits: string,
      skills: string[],
      guardian: Input<'volunteer.register'>['guardian'] = null,
    ): Promise<void> {
      await phone.call(user, 'volunteer.register', {
        name,
        phone: `1700000${digits}`,
        skills,
        places: [AREA],
        times: [],
        teams: [],
        minor: guardian !== null,
        under16: guardian !== null,
        guardian,
        consent: true,
      });
    },
    async wish(
      user: string,
      kind: string,
      text: string,
      whose: Input<'wish.post'>['whose'],
      up = true,
    ): Promise<string> {
      const contact = { name: '', phone: '17000006701' };
      const { id } = await phone.call(user, 'wish.post', {
        key: key(),
        kind,
        scene,
        address: '',
        text,
        contact,
        whose,
      });
      if (up) await move(DESK, id, 'approve');
      return id;
    },
  };
}
