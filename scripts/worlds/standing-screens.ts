/** Screens of activities, the service record, points and honours, in the seeded world: full ones and empty ones. */
import type { Page } from 'playwright-core';
import type { Phone } from '../local';
import type { Screen } from './screens';
import { TIAN } from './standing';
import { FANG, GENG } from './wishes';

const LIN = 'wx-lin-guifen';
const NEIGHBOUR = 'wx-new-neighbour';
const ZHAO = 'wx-s_zhao';
const DESK = 'wx-s_desk1';
const LEADER = 'wx-s_leader1';

const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).filter({ visible: true }).last().click();
  await page.waitForTimeout(500);
};
const tab = (name: string) => async (page: Page) => {
  await page.getByRole('tab', { name }).first().click();
  await page.waitForTimeout(800);
};
const row = (name: string | RegExp) => async (page: Page) => {
  await page.getByText(name).filter({ visible: true }).last().click();
  await page.waitForTimeout(800);
};

/** `home` is the scanned code of the stairwell, ready for an address. */
export async function standingScreens(phone: Phone, home: string): Promise<Screen[]> {
  const open = (await phone.call(GENG, 'activity.list', { box: 'open' })).rows;
  const past = (await phone.call(DESK, 'activity.list', { box: 'past' })).rows;
  const desk = (await phone.call(DESK, 'activity.list', { box: 'desk' })).rows;
  const honours = (await phone.call(GENG, 'honour.list', {})).rows;
  const [raised] = (await phone.call(LEADER, 'conduct.list', { box: 'desk' })).rows;
  const [paper] = await phone.call(GENG, 'certificate.list', {});
  const activity = (title: string) =>
    `pages/volunteer/activity/index?id=${[...open, ...past].find((each) => each.title === title)?.id ?? ''}`;
  const atDesk = (title: string) =>
    `pages/staff/activity/index?id=${[...desk, ...past].find((each) => each.title === title)?.id ?? ''}`;
  const honour = (title: string) =>
    `pages/volunteer/honour/index?id=${honours.find((each) => each.title === title)?.id ?? ''}`;
  const mine = 'pages/volunteer';
  return [
    { name: '50-activities', as: GENG, route: `${mine}/activities/index`, until: '陪老人学用手机' },
    {
      name: '50-activities-guest',
      as: LIN,
      route: `${mine}/activities/index?scene=${home}`,
      until: '陪老人学用手机',
    },
    { name: '51-activity-seated', as: GENG, route: activity('陪老人学用手机'), until: '取消报名' },
    { name: '51-activity-waiting', as: FANG, route: activity('大棚里帮一天工'), until: /候补/ },
    { name: '51-activity-here', as: GENG, route: activity('清一清楼道'), until: '签退' },
    {
      name: '51-activity-check',
      as: FANG,
      route: activity('清一清楼道'),
      until: '签到',
      first: press('签到'),
    },
    { name: '51-activity-past', as: GENG, route: activity('河边捡垃圾'), until: '线上纪实' },
    { name: '52-record', as: GENG, route: `${mine}/record/index`, until: '另有培训' },
    { name: '52-record-mine', as: GENG, route: `${mine}/record/index?box=mine`, until: '陪老人学用手机' },
    { name: '52-record-empty', as: LIN, route: `${mine}/record/index`, until: '还没有服务记录' },
    { name: '53-certificate', as: GENG, route: `${mine}/certificate/index?no=${paper?.no}`, until: '兹证明' },
    {
      name: '53-verify',
      as: NEIGHBOUR,
      route: `${mine}/verify/index?no=${paper?.no}&code=${paper?.code}`,
      until: '这份证明是真的',
    },
    { name: '53-verify-empty', as: NEIGHBOUR, route: `${mine}/verify/index`, until: '核验' },
    { name: '54-points', as: GENG, route: `${mine}/points/index`, until: '怎么得分' },
    {
      name: '54-points-entry',
      as: GENG,
      route: `${mine}/points/index`,
      until: '怎么得分',
      first: row(/河边捡垃圾/),
    },
    { name: '54-points-empty', as: LIN, route: `${mine}/points/index`, until: '怎么得分' },
    { name: '55-returns', as: GENG, route: `${mine}/returns/index`, until: '理发一次' },
    {
      name: '55-returns-mine',
      as: GENG,
      route: `${mine}/returns/index`,
      until: '理发一次',
      first: tab('我换的'),
    },
    {
      name: '55-returns-none',
      as: TIAN,
      route: `${mine}/returns/index`,
      until: '理发一次',
      first: tab('我换的'),
    },
    { name: '56-conduct-mine', as: FANG, route: `${mine}/conduct/index?id=${raised?.id}`, until: '经过' },
    { name: '56-conduct-desk', as: LEADER, route: `${mine}/conduct/index?id=${raised?.id}`, until: '经过' },
    { name: '57-honours', as: GENG, route: `${mine}/honours/index`, until: '最美庭院' },
    { name: '57-honour-voting', as: GENG, route: honour('最美庭院'), until: /一人一票/ },
    { name: '57-honour-elsewhere', as: NEIGHBOUR, route: honour('最美庭院'), until: '本地帮过忙' },
    { name: '57-honour-notice', as: GENG, route: honour('最美志愿者'), until: '公示中' },
    { name: '57-honour-granted', as: GENG, route: honour('十月好邻居'), until: '已授予' },
    { name: '58-volunteer-me', as: GENG, route: `${mine}/me/index`, until: '我的积分' },
    { name: '60-desk-activities', as: ZHAO, route: 'pages/staff/activities/index', until: '清一清楼道' },
    {
      name: '60-desk-activities-past',
      as: ZHAO,
      route: 'pages/staff/activities/index',
      until: '清一清楼道',
      first: tab('办过的'),
    },
    {
      name: '60-desk-activity-draft',
      as: ZHAO,
      route: 'pages/staff/activities/index',
      until: '清一清楼道',
      first: press('发起一个活动'),
    },
    { name: '61-desk-activity', as: ZHAO, route: atDesk('清一清楼道'), until: /报名的人/ },
    { name: '61-desk-activity-past', as: ZHAO, route: atDesk('河边捡垃圾'), until: /报名的人/ },
    {
      name: '61-desk-appraise',
      as: ZHAO,
      route: atDesk('河边捡垃圾'),
      until: /报名的人/,
      first: press(/写评价/),
    },
    { name: '62-standing', as: LEADER, route: 'pages/staff/standing/index', until: '积分规则' },
    {
      name: '62-standing-raise',
      as: ZHAO,
      route: 'pages/staff/standing/index',
      until: '积分规则',
      first: press('提出一件核查'),
    },
    {
      name: '62-standing-returns',
      as: ZHAO,
      route: 'pages/staff/standing/index',
      until: '积分规则',
      first: tab('待领取'),
    },
    {
      name: '62-standing-shelf',
      as: LEADER,
      route: 'pages/staff/standing/index',
      until: '积分规则',
      first: tab('货架'),
    },
    { name: '63-earning', as: LEADER, route: 'pages/staff/earning/index', until: '加一种情形' },
    {
      name: '63-earning-worker',
      as: ZHAO,
      route: 'pages/staff/earning/index',
      until: '改规则由社区负责人来做',
    },
    {
      name: '63-earning-rule',
      as: LEADER,
      route: 'pages/staff/earning/index',
      until: '加一种情形',
      first: press('加一条得分规则'),
    },
    { name: '64-desk-honours', as: LEADER, route: 'pages/staff/honours/index', until: '最美庭院' },
    {
      name: '64-desk-honour-new',
      as: LEADER,
      route: 'pages/staff/honours/index',
      until: '最美庭院',
      first: press(/评选/),
    },
  ];
}
