/** Full answers about what is held of a person. */
import type { Actions } from '@/contract';
import { HOLDINGS } from '@/domain/rights/holdings';

const view: Actions['rights.read']['out'] = {
  held: HOLDINGS.map((each) => ({ ...each, count: 128 })),
  looks: Array.from({ length: 5 }, (_, i) => ({
    ticket: `t${i.toString(16).padStart(24, '0')}`,
    no: `T1122-7KQ${i}M`,
    title: '投诉工作人员',
    who: '钱调度',
    why: '核实被反映的人和时间，好安排别的单位办理',
    when: '11月3日 09:10',
  })),
  consents: [
    { id: 'contact', title: '留着我的名字和电话', line: '下次报事不用再填' },
    { id: 'messages', title: '在微信里通知我', line: '您还同意过 3 次' },
    { id: 'volunteer', title: '当志愿者', line: '您的特长和能帮忙的地方，队里看得到' },
  ],
  addresses: Array.from({ length: 5 }, (_, i) => ({
    id: `t${i.toString(16).padStart(24, '0')}`,
    title: '路灯不亮',
    address: '闫满小区3号楼2单元501室',
  })),
};

export const RIGHTS_ANSWERS: Pick<
  { [A in keyof Actions]: Actions[A]['out'] },
  'rights.read' | 'rights.export' | 'rights.correct' | 'rights.withdraw' | 'rights.erase'
> = {
  'rights.read': view,
  'rights.correct': view,
  'rights.withdraw': view,
  'rights.erase': { at: 0, words: '已经收到。大约三分钟以后，这里不再有您的任何资料' },
  'rights.export': {
    rows: Array.from({ length: 20 }, (_, i) => ({
      part: 'tickets',
      no: `T1122-7KQ${i}`,
      when: '2026-11-22 14:03',
      title: '路灯不亮',
      text: '二楼的灯坏了三天',
      state: '已办结',
      place: '闫满小区3号楼2单元 501',
      more: '林桂芬 13800000000',
    })),
    next: null,
  },
};
