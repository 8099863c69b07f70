/** Every screen of every role, in the seeded world on a fixed afternoon: for pictures and for the audit. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { sceneOf } from '@/cloudfunctions/runtime/scene';
import { moment } from '@/domain/time/day';
import { Phone, ROOT, startLocal } from '../local';
import { databaseOf, loadWorld, playWeek } from './build';
import { stage } from './staged';
import { standingScreens } from './standing-screens';
import { FANG, GENG, QI } from './wishes';
import { yanman } from './yanman';

/** A Thursday afternoon: things are due today, some are late, tomorrow is a working day. */
const NOW = moment('2026-11-19 14:20');
const LIN = 'wx-lin-guifen';
const ZHAO = 'wx-s_zhao';
const DESK = 'wx-s_desk1';
const LEADER = 'wx-s_leader1';
const OFFICE = 'wx-s_urban2';
const NEIGHBOUR = 'wx-new-neighbour';
/** Who opens it for the first time and scanned nothing. */
const NEWCOMER = 'wx-newcomer';
/** Where a whole building has no water, which somebody has reported. */
const DRY = '碾子台新居2号楼';

export interface Screen {
  readonly name: string;
  readonly as: string;
  readonly route: string;
  /** Words that are there once the screen is whole. */
  readonly until: string | RegExp;
  /** What is done before the picture is taken. */
  readonly first?: (page: Page) => Promise<void>;
}

const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).filter({ visible: true }).last().click();
  await page.waitForTimeout(500);
};

const tick = (name: string) => async (page: Page) => {
  await page.getByRole('radio', { name }).click();
  await page.waitForTimeout(1500);
};

/** Opens one of the boxes of a desk. */
const segment = (name: RegExp) => async (page: Page) => {
  await page.getByRole('tab', { name }).first().click();
  await page.waitForTimeout(500);
};

/** No network from now on, as in a lift. */
const cut = (page: Page) => page.route('**/call/api', (route) => route.abort());

/** As if what this phone remembers had been read so long ago. */
const older = (minutes: number) => (page: Page) =>
  page.evaluate((ms) => {
    for (const name of Object.keys(localStorage).filter((each) => /^yima\.seen(@|$)/.test(each))) {
      const kept: { data: string } = JSON.parse(localStorage.getItem(name) ?? '');
      const notes: { at: number }[] = JSON.parse(kept.data);
      const data = JSON.stringify(notes.map((note) => ({ ...note, at: note.at - ms })));
      localStorage.setItem(name, JSON.stringify({ data }));
    }
  }, minutes * 60_000);

/** A report that could not be sent. */
const kept = async (page: Page) => {
  await cut(page);
  await page.locator('textarea').first().fill('三号楼前的路灯三天没亮了');
  await press(/^提交/)(page);
  await page.getByText('还没发出去').waitFor();
};

/** Scrolls down to these words. */
const lookAt = (words: string) => async (page: Page) => {
  const found = page.getByText(words).filter({ visible: true }).last();
  await found.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await page.waitForTimeout(300);
};

/** Builds the world, hands its screens over, and takes it down again. */
export async function withScreens<T>(
  use: (url: string, screens: readonly Screen[]) => Promise<T>,
): Promise<T> {
  const world = yanman(NOW);
  const cloud = await startLocal({ dataDir: null, sync: 'OFF', staticDir: path.join(ROOT, 'dist/h5') });
  try {
    await loadWorld(databaseOf(cloud), world);
    await playWeek(cloud, world, NOW);
    const phone = new Phone(cloud.url);
    await phone.clockTo(NOW, false);
    const idOf: PlaceOf = (name) => world.places.find((place) => place.name === name)?._id ?? '';
    return await use(cloud.url, await screensOf(phone, idOf));
  } finally {
    await cloud.stop();
  }
}

/** The id of a place by the name on its code. */
type PlaceOf = (name: string) => string;

/** Every screen of every role, and the states that matter. */
async function screensOf(phone: Phone, placeOf: PlaceOf): Promise<Screen[]> {
  const at = (name: string) => encodeURIComponent(sceneOf(placeOf(name)));
  const home = at('闫满小区3号楼');
  const scan = `pages/resident/home/index?scene=${home}`;
  const follower = await follows(phone, NEIGHBOUR, sceneOf(placeOf(DRY)));
  const work = (await phone.call(ZHAO, 'ticket.list', { box: 'work' })).rows;
  const mine = (await phone.call(LIN, 'ticket.list', { box: 'mine' })).rows;
  const cast = {
    resident: LIN,
    neighbour: NEIGHBOUR,
    worker: ZHAO,
    desk: DESK,
    leader: LEADER,
    office: OFFICE,
  };
  const staged = await stage(phone, cast, sceneOf(placeOf('闫满小区3号楼')), NOW);
  const wishes = [
    ...(await phone.call(LIN, 'wish.list', { box: 'posted' })).rows,
    ...(await phone.call(ZHAO, 'wish.list', { box: 'posted' })).rows,
  ];
  const wishOf = (state: string) =>
    `pages/volunteer/wish/index?id=${wishes.find((row) => row.state === state)?.id ?? ''}`;
  const ofMine = (state: string) => mine.find((row) => row.state === state)?.id ?? '';
  const ofWork = (state: string) => work.find((row) => row.state === state)?.id ?? '';
  const ticket = (id: string) => `pages/resident/ticket/index?id=${id}`;
  const staffTicket = (id: string) => `pages/staff/ticket/index?id=${id}`;
  return [
    ...(await standingScreens(phone, home)),
    { name: '01-home', as: LIN, route: scan, until: '我的事' },
    { name: '02-home-new', as: NEWCOMER, route: 'pages/resident/home/index', until: /一码办|扫/ },
    {
      name: '03-home-unknown-code',
      as: NEWCOMER,
      route: 'pages/resident/home/index?scene=p%3D0000000000.00000000',
      until: /没有认出/,
    },
    { name: '04-menu', as: LIN, route: 'pages/resident/menu/index', until: '党群工作' },
    { name: '05-menu-problems', as: LIN, route: 'pages/resident/menu/index?kind=report', until: /路灯/ },
    {
      name: '06-file',
      as: LIN,
      route: `pages/resident/file/index?service=plumbing&scene=${home}`,
      until: '提交，请人来办',
    },
    {
      name: '06-file-behalf',
      as: LIN,
      route: `pages/resident/file/index?service=plumbing&scene=${home}`,
      until: '提交，请人来办',
      first: async (page) => {
        await press(/^替别人报/)(page);
        await tick('打电话')(page);
        await lookAt('本人同意我代报')(page);
      },
    },
    {
      name: '06-file-similar',
      as: LIN,
      route: `pages/resident/file/index?service=no-water&scene=${at(DRY)}`,
      until: '附近有人报过同样的事',
      first: lookAt('不是同一件，继续提交'),
    },
    {
      name: '06-file-against',
      as: NEIGHBOUR,
      route: `pages/resident/file/index?service=complain&scene=${home}`,
      until: '反映某个单位或某个人',
      first: async (page) => {
        await press(/^反映某个单位或某个人/)(page);
        await tick('城乡建设办公室')(page);
        await lookAt('我的姓名和电话保密')(page);
      },
    },
    {
      name: '06-file-kept',
      as: LIN,
      route: `pages/resident/file/index?service=other&scene=${home}`,
      until: '在什么地方',
      first: kept,
    },
    {
      name: '07-tickets-waiting',
      as: LIN,
      route: 'pages/resident/tickets/index',
      until: '修水电',
      first: async (page) => {
        await page.evaluate((route) => {
          location.hash = `/${route}`;
        }, `pages/resident/file/index?service=other&scene=${home}`);
        await page.getByText('在什么地方').filter({ visible: true }).waitFor();
        await kept(page);
        await press('去我的办件')(page);
        await page.waitForTimeout(1500);
      },
    },
    {
      name: '07-tickets-offline',
      as: LIN,
      route: 'pages/resident/tickets/index',
      until: '我的办件',
      first: async (page) => {
        await page.waitForTimeout(1500);
        await older(10)(page);
        await cut(page);
        await page.reload();
        await page.getByText('离线').waitFor();
      },
    },
    { name: '07-tickets', as: LIN, route: 'pages/resident/tickets/index', until: '我的办件' },
    { name: '08-ticket-working', as: LIN, route: ticket(ofMine('working')), until: '办理经过' },
    { name: '09-ticket-question', as: LIN, route: ticket(ofMine('need_info')), until: '补充回答' },
    { name: '10-ticket-verdict', as: LIN, route: ticket(ofMine('resolved')), until: '提交评价' },
    { name: '11-ticket-closed', as: LIN, route: ticket(ofMine('closed')), until: '办理经过' },
    { name: '11-ticket-merged', as: NEIGHBOUR, route: ticket(follower), until: /是同一件事/ },
    {
      name: '11-ticket-joint',
      as: LIN,
      route: ticket(staged.joint),
      until: '几个单位一起办',
      first: lookAt('几个单位一起办'),
    },
    {
      name: '11-ticket-sealed',
      as: NEIGHBOUR,
      route: ticket(staged.sealed),
      until: '谁看过我的信息',
      first: lookAt('谁看过我的信息'),
    },
    { name: '11-ticket-long-term', as: NEIGHBOUR, route: ticket(staged.long), until: /一时办不成/ },
    { name: '12-notices', as: LIN, route: 'pages/resident/notices/index', until: '通知' },
    { name: '13-my-data', as: LIN, route: 'pages/mine/data/index', until: '带走一份' },
    {
      name: '13-my-data-end',
      as: LIN,
      route: 'pages/mine/data/index',
      until: '带走一份',
      first: lookAt('删除我的全部资料'),
    },
    {
      name: '13-my-data-kind',
      as: LIN,
      route: 'pages/mine/data/index',
      until: '带走一份',
      first: press(/^办件/),
    },
    {
      name: '06-file-voice',
      as: LIN,
      route: `pages/resident/file/index?service=other&scene=${home}`,
      until: '按住说话，或点一下再说',
      first: async (page) => {
        await press('按住说话，或点一下再说')(page);
        await page.waitForTimeout(2500);
        await press('正在听，再点一下就说完')(page);
        await page
          .getByText(/听一听/)
          .first()
          .waitFor();
      },
    },
    { name: '13-me', as: LIN, route: 'pages/resident/me/index', until: '长辈版' },
    { name: '20-work', as: ZHAO, route: 'pages/staff/work/index', until: /手上/ },
    {
      name: '20-work-route',
      as: ZHAO,
      route: 'pages/staff/work/index',
      until: /手上/,
      first: async (page) => {
        await press('按路程排')(page);
        await page.waitForTimeout(4000);
      },
    },
    {
      name: '20-work-waiting',
      as: ZHAO,
      route: 'pages/staff/work/index',
      until: /手上/,
      first: async (page) => {
        await page.waitForTimeout(1500);
        await cut(page);
        await press(/^签收：/)(page);
        await page.waitForTimeout(3500);
      },
    },
    {
      name: '20-work-refused',
      as: ZHAO,
      route: 'pages/staff/work/index',
      until: /手上/,
      first: async (page) => {
        await page.waitForTimeout(1500);
        await cut(page);
        await press(/^签收：/)(page);
        await page.waitForTimeout(500);
        await page.unroute('**/call/api');
        const words = '这件事刚刚有了新进展，请看一眼最新情况再操作';
        const no = { ok: false, code: 'MOVED_ON', message: words, details: {}, now: Date.now() };
        await page.route('**/call/api', (route) =>
          route.request().postData()?.includes('ticket.move')
            ? route.fulfill({ json: { result: no } })
            : route.continue(),
        );
        await press('现在发')(page);
        await page.getByText('没发成').first().waitFor();
        await page.waitForTimeout(3500);
      },
    },
    {
      name: '22-work-become',
      as: DESK,
      route: staffTicket(staged.alike),
      until: '办理经过',
      first: press(/^转成微心愿|^转成心愿/),
    },
    { name: '11-ticket-became', as: LIN, route: ticket(staged.became), until: '来龙去脉' },
    { name: '21-work-ticket', as: ZHAO, route: staffTicket(ofWork('working')), until: '办理经过' },
    {
      name: '22-work-resolve',
      as: ZHAO,
      route: staffTicket(ofWork('working')),
      until: '办理经过',
      first: press('办好了'),
    },
    {
      name: '23-work-return',
      as: ZHAO,
      route: staffTicket(ofWork('dispatched')),
      until: '办理经过',
      first: press('不归我'),
    },
    { name: '24-pool', as: DESK, route: 'pages/staff/pool/index', until: /工单池里/ },
    {
      name: '25-pool-dispatch',
      as: DESK,
      route: 'pages/staff/pool/index',
      until: /工单池里/,
      first: press(/^派单/),
    },
    {
      name: '21-work-joint',
      as: OFFICE,
      route: staffTicket(staged.joint),
      until: '几个单位一起办',
      first: lookAt('几个单位一起办'),
    },
    {
      name: '22-work-convene',
      as: ZHAO,
      route: staffTicket(ofWork('working')),
      until: '办理经过',
      first: press(/^发起联办/),
    },
    {
      name: '22-work-meet',
      as: ZHAO,
      route: staffTicket(staged.joint),
      until: '办理经过',
      first: async (page) => {
        await press('记会商')(page);
        await press('加一项措施')(page);
        await page.waitForTimeout(800);
      },
    },
    {
      name: '24-pool-checks',
      as: DESK,
      route: 'pages/staff/pool/index',
      until: /工单池里/,
      first: segment(/^复核/),
    },
    {
      name: '24-pool-calls',
      as: DESK,
      route: 'pages/staff/pool/index',
      until: /工单池里/,
      first: segment(/^回访/),
    },
    {
      name: '25-check',
      as: DESK,
      route: staffTicket(staged.check),
      until: '办理经过',
      first: async (page) => {
        await press('复核')(page);
        await tick('没办好')(page);
      },
    },
    {
      name: '25-call',
      as: DESK,
      route: staffTicket(staged.call),
      until: '办理经过',
      first: press('电话回访'),
    },
    {
      name: '25-merge',
      as: DESK,
      route: staffTicket(staged.alike),
      until: '办理经过',
      first: press(/^并到同一件/),
    },
    {
      name: '26-rulings',
      as: LEADER,
      route: 'pages/staff/late/index',
      until: /超时/,
      first: segment(/^裁定/),
    },
    {
      name: '26-rule',
      as: LEADER,
      route: staffTicket(staged.contested),
      until: '办理经过',
      first: press('裁定'),
    },
    {
      name: '26-long',
      as: LEADER,
      route: 'pages/staff/late/index',
      until: /超时/,
      first: segment(/^挂账/),
    },
    {
      name: '26-shelve',
      as: LEADER,
      route: staffTicket(ofWork('working')),
      until: '办理经过',
      first: async (page) => {
        await press(/^列入长期挂账/)(page);
        await tick('三个月')(page);
      },
    },
    { name: '26-late', as: LEADER, route: 'pages/staff/late/index', until: /超时/ },
    { name: '26-rates', as: LEADER, route: 'pages/staff/rates/index', until: /响应率/ },
    { name: '27-staff-me', as: ZHAO, route: 'pages/staff/me/index', until: '我办过的' },
    { name: '28-bind', as: NEIGHBOUR, route: 'pages/staff/bind/index', until: '绑定工作身份' },
    {
      name: '35-responsibility',
      as: LEADER,
      route: 'pages/staff/responsibility/index',
      until: '检查结果',
    },
    { name: '29-codes', as: ZHAO, route: 'pages/staff/codes/index', until: /哪个村/, first: tick('闫满村') },
    { name: '36-roster', as: DESK, route: 'pages/staff/roster/index', until: '值班和请假' },
    { name: '36-away', as: DESK, route: 'pages/staff/away/index?person=s_zhao', until: '赵海平手里的事' },
    { name: '37-calendar', as: LEADER, route: 'pages/staff/calendar/index', until: '工作日历' },
    {
      name: '37-calendar-close',
      as: LEADER,
      route: 'pages/staff/calendar/index',
      until: '工作日历',
      first: press('加一天关门'),
    },
    { name: '38-replies', as: LEADER, route: 'pages/staff/replies/index', until: '常用回复' },
    { name: '39-shelf', as: LEADER, route: 'pages/staff/shelf/index', until: '服务菜单' },
    { name: '40-wishes', as: DESK, route: 'pages/staff/wishes/index', until: '心愿审核' },
    {
      name: '40-wishes-confirm',
      as: DESK,
      route: 'pages/staff/wishes/index',
      until: '心愿审核',
      first: segment(/待确认/),
    },
    { name: '40-volunteers', as: LEADER, route: 'pages/staff/volunteers/index', until: '方敏' },
    {
      name: '40-enrolments',
      as: LEADER,
      route: 'pages/staff/volunteers/index',
      until: '方敏',
      first: segment(/双报到/),
    },
    { name: '41-wall-no-place', as: NEIGHBOUR, route: 'pages/volunteer/wall/index', until: '心愿墙' },
    {
      name: '41-wall-empty',
      as: NEIGHBOUR,
      route: `pages/volunteer/wall/index?scene=${at(DRY)}`,
      until: /等得久的在前面/,
      first: async (page) => {
        await page.getByRole('checkbox', { name: '只看同村' }).click();
        await page.waitForTimeout(1000);
      },
    },
    { name: '41-wall', as: LIN, route: `pages/volunteer/wall/index?scene=${home}`, until: '心愿墙' },
    { name: '42-post', as: LIN, route: `pages/volunteer/post/index?scene=${home}`, until: '许个心愿' },
    { name: '43-posted', as: LIN, route: 'pages/volunteer/mine/index?box=posted', until: /您许|办到|认领/ },
    { name: '44-wall-volunteer', as: FANG, route: 'pages/volunteer/wall/index', until: /您会/ },
    {
      name: '44-wall-kinds',
      as: FANG,
      route: 'pages/volunteer/wall/index',
      until: /您会/,
      first: async (page) => {
        await page.getByRole('checkbox', { name: '选类别' }).click();
        await page.waitForTimeout(500);
      },
    },
    {
      name: '44-wall-taken',
      as: GENG,
      route: 'pages/volunteer/wall/index',
      until: /您会/,
      first: segment(/可以排队/),
    },
    { name: '45-wish-open', as: FANG, route: wishOf('open'), until: '我来认领' },
    { name: '45-wish-young', as: QI, route: wishOf('open'), until: /请监护人登记后认领/ },
    { name: '45-wish-thanked', as: ZHAO, route: wishOf('thanked'), until: '收到的感谢' },
    {
      name: '45-wish-deliver',
      as: GENG,
      route: wishOf('claimed'),
      until: '联系谁',
      first: press('办到了'),
    },
    {
      name: '45-wish-missed',
      as: LIN,
      route: wishOf('delivered'),
      until: '收到了',
      first: press('还没办到'),
    },
    { name: '45-wish-taken', as: FANG, route: wishOf('claimed'), until: '您排在第 1 位' },
    { name: '45-wish-claimed', as: GENG, route: wishOf('claimed'), until: '联系谁' },
    { name: '45-wish-confirm', as: LIN, route: wishOf('delivered'), until: '收到了' },
    { name: '45-wish-review', as: DESK, route: wishOf('posted'), until: '通过，上墙' },
    { name: '46-mine', as: GENG, route: 'pages/volunteer/mine/index', until: '帮过的' },
    { name: '46-mine-waiting', as: FANG, route: 'pages/volunteer/mine/index', until: /等着的心愿/ },
    { name: '46-mine-empty', as: QI, route: 'pages/volunteer/mine/index', until: '认领的心愿会在这里' },
    {
      name: '46-posted-empty',
      as: NEIGHBOUR,
      route: 'pages/volunteer/mine/index?box=posted',
      until: '您许的心愿会在这里',
    },
    {
      name: '47-register',
      as: NEIGHBOUR,
      route: `pages/volunteer/register/index?scene=${home}`,
      until: '想加入的志愿队',
    },
    {
      name: '47-register-young',
      as: QI,
      route: 'pages/volunteer/register/index',
      until: /未满 16 岁/,
      first: lookAt('您的年龄'),
    },
    { name: '47-register-no-place', as: NEIGHBOUR, route: 'pages/volunteer/register/index', until: /扫一扫/ },
    { name: '47-report', as: LIN, route: `pages/volunteer/report/index?scene=${home}`, until: '双报到' },
    { name: '46-helped', as: GENG, route: 'pages/volunteer/mine/index?box=helped', until: '上门理发' },
  ];
}

/** Somebody has no water either, and says so with “我也是”; gives the id of what follows. */
async function follows(phone: Phone, user: string, scene: string): Promise<string> {
  const like = { service: 'no-water', scene, text: '' };
  const [found] = await phone.call(user, 'ticket.similar', like);
  const { id } = await phone.call(user, 'ticket.file', {
    ...like,
    key: randomUUID(),
    address: '',
    text: '我们家也没有水',
    answers: [
      { id: 'what', answer: '全没水' },
      { id: 'range', answer: '周围都这样' },
    ],
    photos: [],
    contact: { name: '尹小麦', phone: '17000006777' },
    ...(found && { sameAs: found.id }),
  });
  return id;
}
