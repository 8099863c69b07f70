/** A small work area with our people: enough for every role, small enough to know by heart. */
import type { Service } from '@/domain/catalogue/catalogue';
import type { Actor } from '@/domain/flow/actor';
import type { Area, Holder, Person, Place, Post } from '@/domain/org/org';

export const AREA = '370114/guanzhuang/yanman/';
export const STAIRWELL = `${AREA}v01/g1/m012/`;
export const FAR_END = `${AREA}v02/g1/m021/`;

const person = (id: string, name: string, leave: Person['leave'] = []): Person => ({
  id,
  name,
  phone: `1700000${String(1000 + id.length * 7).slice(-4)}`,
  skills: [],
  leave,
});
const post = (
  id: string,
  kind: Post['kind'],
  name: string,
  unit: string,
  path: string,
  ...holders: string[]
): Post => ({
  id,
  kind,
  name,
  unit,
  path,
  holders: holders.map((holder): Holder => ({ person: holder })),
});

export const TOWN: Area = {
  path: AREA,
  name: '闫满工作区',
  // Which results are checked is then known in every test.
  checkShare: 0,
  nodes: [
    { path: AREA, kind: 'area', name: '闫满工作区' },
    { path: `${AREA}v01/`, kind: 'village', name: '闫满村' },
    { path: `${AREA}v01/g1/`, kind: 'grid', name: '第1网格' },
    { path: STAIRWELL, kind: 'micro', name: '第12微网格', households: 18 },
    { path: `${AREA}v02/`, kind: 'village', name: '柳沟村' },
    { path: `${AREA}v02/g1/`, kind: 'grid', name: '第1网格' },
    { path: FAR_END, kind: 'micro', name: '第21微网格', households: 25 },
  ],
  units: [
    { id: 'grid-v01', name: '闫满村网格', path: `${AREA}v01/`, lead: 's_sun' },
    { id: 'grid-v02', name: '柳沟村网格', path: `${AREA}v02/`, lead: 's_sun' },
    { id: 'office-urban', name: '城乡建设办', path: AREA, lead: 's_ma' },
    { id: 'desk', name: '调度室', path: AREA, lead: null },
  ],
  posts: [
    post('grid@m012', 'grid-worker', '第12微网格网格员', 'grid-v01', STAIRWELL, 's_zhao'),
    post('grid@v01', 'grid-worker', '闫满村网格员', 'grid-v01', `${AREA}v01/`, 's_sun'),
    post('grid@m021', 'grid-worker', '第21微网格网格员', 'grid-v02', FAR_END, 's_away'),
    post('urban', 'office', '城乡建设办经办人', 'office-urban', AREA, 's_ma', 's_hou'),
    post('dispatcher', 'dispatcher', '调度员', 'desk', AREA, 's_qian'),
    post('leader', 'leader', '工作区书记', 'desk', AREA, 's_shu'),
  ],
  persons: [
    person('s_zhao', '赵海平'),
    person('s_sun', '孙立'),
    person('s_away', '何归', [{ from: 0, until: Number.MAX_SAFE_INTEGER }]),
    person('s_ma', '马建'),
    person('s_hou', '侯明'),
    person('s_qian', '钱调'),
    person('s_shu', '舒记'),
  ],
  responsibility: [
    { id: 'all', service: '*', place: AREA, post: 'grid-worker' },
    { id: 'urban', service: 'office:urban', place: AREA, post: 'urban', clause: '官庄街道职责清单第 7 条' },
    { id: 'lamp', service: 'street-lamp', place: AREA, post: 'grid-worker' },
  ],
};

/** Another town of the same county: its people must never see anything of ours. */
export const OTHER_TOWN: Area = {
  path: '370114/diaozhen/liuli/',
  name: '刘李工作区',
  nodes: [{ path: '370114/diaozhen/liuli/', kind: 'area', name: '刘李工作区' }],
  units: [{ id: 'other-desk', name: '调度室', path: '370114/diaozhen/liuli/', lead: 's_tao' }],
  posts: [
    post('other-dispatcher', 'dispatcher', '调度员', 'other-desk', '370114/diaozhen/liuli/', 's_tao'),
    post('other-leader', 'leader', '书记', 'other-desk', '370114/diaozhen/liuli/', 's_tao'),
    post('other-office', 'office', '经办人', 'other-desk', '370114/diaozhen/liuli/', 's_tao'),
  ],
  persons: [person('s_tao', '陶远')],
  responsibility: [],
};

export const LAMP: Service = {
  id: 'street-lamp',
  name: '楼道灯不亮',
  kind: 'report',
  office: 'urban',
  hint: '灯坏了报给网格员',
  icon: 'lamp',
  keywords: ['灯'],
  urgency: 'L3',
  questions: [{ id: 'where', ask: '哪里的灯', type: 'choice', options: ['楼道', '路边'], required: true }],
  evidence: 'optional',
  phone: 'optional',
};
export const SEWER: Service = {
  ...LAMP,
  id: 'sewer',
  name: '化粪池外溢',
  urgency: 'L2',
  questions: [],
  evidence: 'required',
};
export const GAS: Service = {
  ...LAMP,
  id: 'gas',
  name: '燃气异味',
  urgency: 'L1',
  questions: [
    {
      id: 'now',
      ask: '现在还有气味吗',
      type: 'choice',
      options: ['有', '没有了'],
      required: true,
      stops: ['有'],
      notice: '请先打 119',
    },
  ],
};
export const ROOF: Service = {
  ...LAMP,
  id: 'roof',
  name: '申请修缮屋顶',
  kind: 'order',
  urgency: 'L4',
  questions: [],
  phone: 'required',
};
export const ASK: Service = {
  ...LAMP,
  id: 'policy',
  name: '咨询政策',
  kind: 'advice',
  urgency: 'Q',
  questions: [],
};
export const SERVICES = [LAMP, SEWER, GAS, ROOF, ASK];
export const OFFICES = [{ id: 'urban', name: '城乡建设' }] as const;

export const PLACES: Place[] = [
  { _id: 'sta1rwe110', orgPath: STAIRWELL, name: '3号楼2单元', kind: 'building', retiredAt: null },
  { _id: 'farend0000', orgPath: FAR_END, name: '柳沟村东头', kind: 'micro', retiredAt: null },
  { _id: 'gonewa0000', orgPath: STAIRWELL, name: '旧村部', kind: 'hall', retiredAt: 1 },
];

const worker = (id: string, name: string): Actor => ({
  id: `u_${id}`,
  name,
  staff: {
    id,
    area: AREA,
    phone: '17000001000',
    posts: TOWN.posts.filter((held) => held.holders.some((holder) => holder.person === id)),
    leads: TOWN.units.filter((unit) => unit.lead === id).map((unit) => unit.id),
  },
});

/** Residents and the people who work here. `sun` leads the grid of 闫满村, `ma` the office, `hou` is its member. */
export const lin: Actor = { id: 'u_lin', name: '林桂芬', staff: null };
export const stranger: Actor = { id: 'u_stranger', name: '路人', staff: null };
export const zhao = worker('s_zhao', '赵海平');
export const sun = worker('s_sun', '孙立');
export const ma = worker('s_ma', '马建');
export const hou = worker('s_hou', '侯明');
export const qian = worker('s_qian', '钱调');
export const shu = worker('s_shu', '舒记');
