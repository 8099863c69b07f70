/**
 * 闫满工作区: a work area shaped like the one of the practice report (9 administrative villages, 13 natural ones,
 * 185 micro-grids, 4,468 households). The county and the town exist; every village but one, every person, door and
 * number is invented, and the phone numbers (1700000…) cannot exist.
 */
import type { Area, Holder, OrgNode, Person, Place, Post, Responsibility, Unit } from '@/domain/org/org';
import type { Point } from '@/domain/org/point';
import type { Team } from '@/domain/volunteer/teams';
import { type Namer, namer } from './names';
import { type Random, random } from './random';
import {
  type Household,
  householdId,
  type Invitation,
  invitationCode,
  type Persona,
  placeId,
  type World,
} from './world';

const DAY = 86_400_000;
export const AREA = '370114/guanzhuang/yanman/';
const HOUSEHOLDS = 4468;

interface Village {
  readonly id: string;
  readonly name: string;
  /** Its natural villages, each a grid, with the number of its micro-grids. */
  readonly grids: readonly { readonly natural: string; readonly micros: number; readonly workers: number }[];
  /** A compound of flats: the micro-grids that are one building each. */
  readonly compound?: { readonly name: string; readonly from: number; readonly to: number };
}

const grid = (natural: string, micros: number, workers: number) => ({ natural, micros, workers });
export const VILLAGES: readonly Village[] = [
  {
    id: 'v01',
    name: '闫满村',
    grids: [grid('闫满', 9, 3), grid('南峪', 17, 6)],
    compound: { name: '闫满小区', from: 10, to: 17 },
  },
  { id: 'v02', name: '槐荫峪村', grids: [grid('槐荫峪', 17, 6)] },
  { id: 'v03', name: '东坡泉村', grids: [grid('坡上', 12, 4), grid('坡下', 11, 4)] },
  { id: 'v04', name: '上杏沟村', grids: [grid('上杏沟', 16, 5)] },
  { id: 'v05', name: '下杏沟村', grids: [grid('下杏沟', 18, 6)] },
  { id: 'v06', name: '簸箕湾村', grids: [grid('前湾', 13, 4), grid('后湾', 10, 3)] },
  { id: 'v07', name: '青杨坡村', grids: [grid('青杨坡', 19, 6)] },
  {
    id: 'v08',
    name: '碾子台村',
    grids: [grid('碾子台', 20, 7)],
    compound: { name: '碾子台新居', from: 15, to: 20 },
  },
  { id: 'v09', name: '双榆村', grids: [grid('大榆树', 12, 4), grid('小榆树', 11, 4)] },
];

/** The micro-grid of 林阿姨: 3号楼 of 闫满小区, 18 households. */
export const LIN_PATH = `${AREA}v01/g2/m012/`;
const LIN_HOUSEHOLDS = 18;

/** The volunteer teams of the practice report, and one for repairs. */
const TEAMS: readonly Team[] = [
  {
    id: 'four-seasons',
    name: '缤纷四季·志行闫满',
    line: '党员、教师、医生、律师、企业家都有，看望困难户、义诊、普法',
    skills: ['doctor', 'teacher', 'lawyer', 'business'],
    services: ['blood-pressure', 'legal-advice', 'after-school', 'elder-visit'],
  },
  {
    id: 'red-boat',
    name: '红船先锋队',
    line: '党员带头，搬运清扫、接送老人',
    skills: ['porter', 'driver'],
    services: ['errand', 'clinic-ride'],
  },
  {
    id: 'handy',
    name: '能工巧匠队',
    line: '修灯、修水管、修家电',
    skills: ['electric', 'plumber', 'appliance'],
    services: ['plumbing', 'appliance'],
  },
];

const WEEK = [1, 2, 3, 4, 5];
const at = (person: string, ...days: number[]): Holder => (days.length > 0 ? { person, days } : { person });

/** A person of an office: written by hand where the story needs a name, dealt otherwise. */
interface Clerk {
  readonly id: string;
  readonly name?: string;
  readonly skills: readonly string[];
}
interface OfficePost {
  readonly id: string;
  readonly name: string;
  readonly holders: readonly Holder[];
  readonly path?: string;
}
interface Office {
  readonly id: string;
  readonly name: string;
  readonly staff: readonly Clerk[];
  readonly posts: readonly OfficePost[];
}

/** Somewhere in the hills east of Jinan; the villages of this world are on no map. */
const CENTRE: Point = { longitude: 117.61, latitude: 36.62 };

/** The nth of many points that lie evenly around this one, about so many metres apart. */
function around({ longitude, latitude }: Point, nth: number, metres: number): Point {
  const [turn, far] = [nth * 2.399963, (metres * Math.sqrt(nth)) / 111_320];
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return {
    longitude: round(longitude + (far * Math.cos(turn)) / Math.cos((latitude * Math.PI) / 180)),
    latitude: round(latitude + far * Math.sin(turn)),
  };
}

/** The first of each staff leads the unit. Someone is on duty in every office on every day, except for the law. */
const OFFICES: readonly Office[] = [
  {
    id: 'party',
    name: '党群工作办公室',
    staff: [
      { id: 's_party1', name: '高秀云', skills: ['党务'] },
      { id: 's_party2', name: '孟凡亮', skills: ['党务', '文艺'] },
      { id: 's_party3', skills: ['志愿服务', '文艺'] },
      { id: 's_party4', skills: ['文书', '政策'] },
    ],
    posts: [
      {
        id: 'p-party',
        name: '党群服务岗',
        holders: [at('s_party2', ...WEEK), at('s_party3', 1, 3, 5, 6), at('s_party4', 2, 4, 7)],
      },
    ],
  },
  {
    id: 'economy',
    name: '经济发展办公室',
    staff: [
      { id: 's_economy1', skills: ['招商', '项目'] },
      { id: 's_economy2', skills: ['就业', '培训'] },
      { id: 's_economy3', skills: ['金融', '惠农'] },
      { id: 's_economy4', name: '滕学农', skills: ['农技', '植保'] },
      { id: 's_economy5', skills: ['农技', '电商'] },
    ],
    posts: [
      {
        id: 'p-economy',
        name: '惠企惠农岗',
        holders: [at('s_economy2', ...WEEK), at('s_economy3', 1, 2, 4, 5, 6), at('s_economy5', 7)],
      },
      {
        id: 'p-farm',
        name: '农技服务岗',
        holders: [at('s_economy4', 1, 2, 3, 4, 6), at('s_economy5', 2, 3, 5, 7)],
      },
    ],
  },
  {
    id: 'social',
    name: '社会事务办公室',
    staff: [
      { id: 's_social1', name: '袁丽娟', skills: ['民政'] },
      { id: 's_social2', name: '陈晓彤', skills: ['民政', '养老'] },
      { id: 's_social3', skills: ['残联', '救助'] },
      { id: 's_social4', name: '任春荣', skills: ['全科医生'] },
      { id: 's_social5', skills: ['护理'] },
      { id: 's_social6', name: '逯文静', skills: ['律师'] },
    ],
    posts: [
      {
        id: 'p-social',
        name: '民生服务岗',
        holders: [at('s_social2', 1, 2, 3, 4, 5, 7), at('s_social3', ...WEEK, 6)],
      },
      {
        id: 'p-health',
        name: '健康服务岗',
        holders: [at('s_social4', 1, 2, 3, 5, 6), at('s_social5', 2, 4, 5, 7)],
      },
      // The lawyer sits on Tuesdays and Thursdays, a clerk takes the other working days; at the weekend it waits.
      { id: 'p-legal', name: '法律服务岗', holders: [at('s_social6', 2, 4), at('s_social3', 1, 3, 5)] },
    ],
  },
  {
    id: 'urban',
    name: '城乡建设办公室',
    staff: [
      { id: 's_urban1', name: '景卫东', skills: ['规划'] },
      { id: 's_urban2', name: '靳永刚', skills: ['道路', '排水'] },
      { id: 's_urban3', skills: ['村镇建设', '宅基地'] },
      { id: 's_urban4', name: '翟立柱', skills: ['水工', '电工'] },
      { id: 's_urban5', skills: ['电工', '家电'] },
    ],
    posts: [
      {
        id: 'p-urban',
        name: '建设管理岗',
        holders: [at('s_urban2', 1, 2, 3, 4, 5, 7), at('s_urban3', ...WEEK, 6)],
      },
      {
        id: 'p-repair',
        name: '便民维修岗',
        holders: [at('s_urban4', 1, 2, 3, 5, 6), at('s_urban5', 1, 2, 4, 5, 7)],
      },
    ],
  },
  {
    id: 'safety',
    name: '应急环保办公室',
    staff: [
      { id: 's_safety1', skills: ['应急'] },
      { id: 's_safety2', name: '牛振东', skills: ['消防'] },
      { id: 's_safety3', skills: ['燃气', '消防'] },
      { id: 's_safety4', skills: ['环保', '河道'] },
      { id: 's_safety5', skills: ['护林', '防汛'] },
    ],
    posts: [
      {
        id: 'p-safety',
        name: '安全应急岗',
        holders: [
          at('s_safety2', 1, 2, 3, 4, 6),
          at('s_safety3', 2, 3, 4, 5, 7),
          at('s_safety4', 1, 5, 6, 7),
        ],
      },
      { id: 'p-river', name: '河道环保岗', holders: [at('s_safety4', ...WEEK), at('s_safety5', 6, 7)] },
      {
        id: 'p-forest',
        name: '青杨坡护林岗',
        path: `${AREA}v07/`,
        holders: [at('s_safety5'), at('s_safety3', 6, 7)],
      },
    ],
  },
];

/** The unit of the dispatchers and that of the leaders. */
const DESK: Office = {
  id: 'desk',
  name: '工作区调度室',
  staff: [
    { id: 's_desk1', name: '苏晓东', skills: ['调度'] },
    { id: 's_desk2', skills: ['调度'] },
  ],
  posts: [],
};
const COMMITTEE: Office = {
  id: 'committee',
  name: '闫满工作区党委',
  staff: [
    { id: 's_leader1', name: '韩新民', skills: [] },
    { id: 's_leader2', skills: [] },
  ],
  posts: [],
};

/**
 * Who answers for what: the most specific line wins. Articles are quoted from the published laws; where there is
 * none, the line says what the work area agreed. A law's line holds from the day on which the law does.
 */
const RULES: readonly (readonly [
  service: string,
  post: string,
  clause: string,
  more?: Partial<Pick<Responsibility, 'place' | 'from' | 'otherwise' | 'skill'>>,
])[] = [
  ['*', 'grid-worker', '属地负责：先由本微网格的网格员接单，办不了的不退给群众'],
  ['office:party', 'p-party', '闫满工作区责任清单：党群事项由党群工作办公室承办'],
  ['office:economy', 'p-economy', '闫满工作区责任清单：就业、金融、惠农事项由经济发展办公室承办'],
  ['office:social', 'p-social', '闫满工作区责任清单：民生事项由社会事务办公室承办'],
  ['office:urban', 'p-urban', '闫满工作区责任清单：建设和管护事项由城乡建设办公室承办'],
  ['office:safety', 'p-safety', '闫满工作区责任清单：安全和环保事项由应急环保办公室承办'],
  ['errand', 'grid-worker', '跑腿代办由本微网格的网格员上门'],
  ['elder-visit', 'grid-worker', '独居老人由本微网格的网格员包联'],
  ['elder-card', 'grid-worker', '证件帮办：网格员上门收材料，一次办完'],
  ['certificate', 'grid-worker', '村级证明由网格员帮办，一次讲清带什么'],
  ['street-light', 'grid-worker', '路灯楼道灯由网格员先到场查看、报修、跟到修好'],
  [
    'garbage',
    'grid-worker',
    '《固体废物污染环境防治法》第四十六条：加强农村生活垃圾治理',
    { from: '2020-09-01' },
  ],
  [
    'noise',
    'grid-worker',
    '《噪声污染防治法》第七十条：基层群众性自治组织劝阻、调解噪声扰民',
    { from: '2022-06-05' },
  ],
  ['other', 'grid-worker', '首接负责：说不清归谁管的，网格员先接下来'],
  ['suggest', 'p-party', '建议由党群工作办公室汇总，件件回复'],
  ['complain', 'p-party', '投诉不转给被投诉的人，由党群工作办公室核实'],
  ['blood-pressure', 'p-health', '健康服务岗：村医和护士上门'],
  ['doctor', 'p-health', '健康服务岗：家庭医生签约服务'],
  [
    'legal-advice',
    'p-legal',
    '《法律援助法》第二十二条：法律援助的第一种形式是法律咨询',
    { from: '2022-01-01' },
  ],
  ['contract-check', 'p-legal', '签字前把关：律师看过再签'],
  [
    'mediation',
    'p-mediation',
    '《人民调解法》第八条：村民委员会设立人民调解委员会',
    { otherwise: ['p-legal'] },
  ],
  ['quarrel', 'p-mediation', '轮值调解室：小事不出村，大事不出工作区', { otherwise: ['p-legal'] }],
  ['living-allowance', 'p-social', '《社会救助暂行办法》第十一条：由乡镇受理最低生活保障申请'],
  ['jobs', 'p-economy', '《就业促进法》第三十五条：公共就业服务免费'],
  ['volunteer', 'p-party', '《志愿服务条例》第七条：志愿者登记服务技能和时间'],
  ['farm-tech', 'p-farm', '农技服务岗：农技员到田间地头', { skill: '农技' }],
  ['sell-produce', 'p-farm', '农技服务岗：对接合作社和电商'],
  ['plumbing', 'p-repair', '便民维修岗：水电工上门，只收材料钱'],
  ['appliance', 'p-repair', '便民维修岗：师傅上门，只收材料钱'],
  ['toilet', 'p-repair', '改厕后续管护：抽粪车由便民维修岗统一派'],
  ['homestead', 'p-urban', '《土地管理法》第六十二条：农村村民一户只能拥有一处宅基地'],
  ['illegal-building', 'p-urban', '《城乡规划法》第六十五条：村庄规划区内违法建设由乡镇责令停止'],
  ['gas-smell', 'p-safety', '《城镇燃气管理条例》第四十条：发现燃气隐患应当立即告知和报告'],
  ['fire-lane', 'p-safety', '《消防法》第二十八条：不得占用、堵塞、封闭消防车通道'],
  ['straw-burning', 'p-safety', '《大气污染防治法》第七十七条：禁止露天焚烧秸秆、落叶'],
  ['river', 'p-river', '《水污染防治法》第十一条：任何人有权检举污染水环境的行为'],
  [
    'fallen-tree',
    'p-forest',
    '青杨坡是林区：树木由护林岗就近处置',
    { place: `${AREA}v07/`, otherwise: ['p-safety'] },
  ],
  [
    'street-light',
    'property',
    '楼道灯先找物业；闫满小区没有物业，由网格员兜底，再找便民维修岗',
    { place: `${AREA}v01/g2/`, otherwise: ['grid-worker', 'p-repair'] },
  ],
];

/** What the hand-written parts of the history and the tests call by name. */
export const PEOPLE = {
  zhao: 's_zhao',
  lin: 'wx-lin-guifen',
  desk: 's_desk1',
  secretary: 's_leader1',
} as const;

/** Builds the world as it is at `now` (ms): only who is on leave depends on it. */
export function yanman(now: number): World {
  const dice = random(370114);
  const names = namer(dice, written());
  const nodes: OrgNode[] = [
    { path: '370114/', kind: 'county', name: '章丘区' },
    { path: '370114/guanzhuang/', kind: 'town', name: '官庄街道' },
    { path: AREA, kind: 'area', name: '闫满工作区', households: HOUSEHOLDS },
  ];
  const phones = numbers();
  const persons: Person[] = [];
  const units: Unit[] = [];
  const posts: Post[] = [];
  const places: Place[] = [];
  const households: Household[] = [];

  const hire = (id: string, name: string, skills: readonly string[]): string => {
    persons.push({ id, name, phone: phones(), skills, leave: [] });
    return id;
  };
  let centre = CENTRE;
  let signs = 0;
  const sign = (path: string, kind: Place['kind'], name: string) => {
    const at = around(centre, signs++, 45);
    places.push({ _id: placeId('yanman', path, name), orgPath: path, name, kind, at, retiredAt: null });
  };

  for (const office of [...OFFICES, DESK, COMMITTEE]) openOffice(office, { hire, names, units, posts });
  posts.push(
    post(
      'p-desk',
      'dispatcher',
      '工作区调度员',
      'desk',
      AREA,
      DESK.staff.map((clerk) => at(clerk.id)),
    ),
    post('p-secretary', 'leader', '工作区党委书记', 'committee', AREA, [at('s_leader1')]),
    post('p-deputy', 'leader', '工作区党委委员', 'committee', AREA, [at('s_leader2')]),
  );

  const sizes = microSizes(dice);
  const secretaries: string[] = [];
  for (const [nth, village] of VILLAGES.entries()) {
    const path = `${AREA}${village.id}/`;
    centre = around(CENTRE, nth, 700);
    signs = 0;
    let number = 0;
    let door = 0;
    let counted = 0;
    const below: OrgNode[] = [];
    village.grids.forEach(({ natural, micros, workers }, index) => {
      const gridPath = `${path}g${index + 1}/`;
      const gridName = `第${index + 1}网格`;
      const unit = `grid-${village.id}-g${index + 1}`;
      const chief = hire(`s_${village.id}g${index + 1}`, names.grown(), ['网格长']);
      if (index === 0) secretaries.push(chief);
      units.push({ id: unit, name: `${village.name}${gridName}（${natural}）`, path: gridPath, lead: chief });
      posts.push(
        post(`${unit}-chief`, 'grid-worker', `${village.name}${gridName}网格长`, unit, gridPath, [at(chief)]),
      );
      sign(gridPath, 'hall', index === 0 ? `${village.name}党群服务中心` : `${natural}文化广场`);
      if (index === 0) sign(gridPath, 'building', `${village.name}卫生室`);
      const gridNode = { path: gridPath, kind: 'grid' as const, name: gridName };
      below.push(gridNode);
      let inGrid = 0;
      let worker = '';
      for (let nth = 0; nth < micros; nth++) {
        number++;
        if (nth === 0 || Math.floor((nth * workers) / micros) > Math.floor(((nth - 1) * workers) / micros)) {
          worker = hireWorker(`${gridPath}${micro(number)}/`, { hire, names, village: village.id, number });
        }
        const microPath = `${gridPath}${micro(number)}/`;
        const size = microPath === LIN_PATH ? LIN_HOUSEHOLDS : (sizes.pop() ?? 0);
        inGrid += size;
        below.push({ path: microPath, kind: 'micro', name: `第${number}微网格`, households: size });
        posts.push(
          post(
            `${unit}-${micro(number)}`,
            'grid-worker',
            `${village.name}第${number}微网格网格员`,
            unit,
            microPath,
            [at(worker)],
          ),
        );
        sign(microPath, 'micro', `${village.name}第${number}微网格`);
        const flats = flatsOf(village, number);
        if (flats) sign(microPath, 'building', flats);
        for (let house = 0; house < size; house++) {
          const where = flats ? `${flats.slice(flats.search(/\d/))}${flat(house)}` : `${++door}号`;
          households.push({ _id: householdId(microPath, where), orgPath: microPath, door: where });
        }
      }
      Object.assign(gridNode, { households: inGrid });
      counted += inGrid;
    });
    nodes.push({ path, kind: 'village', name: village.name, households: counted }, ...below);
  }

  // Seven village chiefs take turns in the mediation room, one weekday each.
  posts.push(
    post(
      'p-mediation',
      'office',
      '轮值调解室',
      'social',
      AREA,
      secretaries.slice(0, 7).map((id, day) => at(id, day + 1)),
    ),
  );

  const area: Area = {
    path: AREA,
    name: '闫满工作区',
    nodes,
    units,
    posts,
    persons: persons.map((person) => ({ ...person, leave: leaveOf(person.id, now) })),
    teams: TEAMS,
    responsibility: RULES.map(
      ([service, answers, clause, more], index): Responsibility => ({
        id: `r${String(index + 1).padStart(2, '0')}`,
        service,
        place: AREA,
        post: answers,
        clause,
        ...more,
      }),
    ),
  };
  return { area, places, households, invitations: invitationsFor(area, dice), personas: PERSONAS };
}

/** The work areas' usual post: who holds it is in `holders`. */
function post(
  id: string,
  kind: Post['kind'],
  name: string,
  unit: string,
  path: string,
  holders: readonly Holder[],
): Post {
  return { id, kind, name, unit, path, holders };
}

interface Registry {
  readonly hire: (id: string, name: string, skills: readonly string[]) => string;
  readonly names: Namer;
}

function openOffice(
  office: Office,
  { hire, names, units, posts }: Registry & { units: Unit[]; posts: Post[] },
): void {
  for (const clerk of office.staff) hire(clerk.id, clerk.name ?? names.grown(), clerk.skills);
  const lead = office.staff[0]?.id ?? null;
  units.push({ id: office.id, name: office.name, path: AREA, lead });
  for (const { id, name, holders, path } of office.posts)
    posts.push(post(id, 'office', name, office.id, path ?? AREA, holders));
  if (office.posts.length > 0)
    posts.push(
      post(`p-${office.id}-lead`, 'office', `${office.name}主任`, office.id, AREA, [at(lead ?? '')]),
    );
}

function hireWorker(
  path: string,
  { hire, names, village, number }: Registry & { village: string; number: number },
): string {
  if (path === WORKERS_BY_HAND.zhao.path) return hire(PEOPLE.zhao, WORKERS_BY_HAND.zhao.name, ['网格员']);
  return hire(`s_${village}${micro(number)}`, names.anybody(), ['网格员']);
}

/** 赵海平 starts with the micro-grid before 林阿姨's, so that hers is one of his three. */
const WORKERS_BY_HAND = { zhao: { path: `${AREA}v01/g2/m010/`, name: '赵海平' } };

function written(): string[] {
  const clerks = [...OFFICES, DESK, COMMITTEE].flatMap((office) => office.staff.map((clerk) => clerk.name));
  return [...clerks.filter((name) => name !== undefined), WORKERS_BY_HAND.zhao.name, '林桂芬'];
}

const micro = (number: number): string => `m${String(number).padStart(3, '0')}`;

/** The name of the building a micro-grid is, or null where people live in courtyards. */
function flatsOf({ compound }: Village, number: number): string | null {
  if (!compound || number < compound.from || number > compound.to) return null;
  return `${compound.name}${number - compound.from + 1}号楼`;
}

/** The nth flat of a building with two doors on each landing, three staircases, then one floor up. */
function flat(nth: number): string {
  const perFloor = 6;
  const floor = Math.floor(nth / perFloor) + 1;
  const onFloor = nth % perFloor;
  return `${Math.floor(onFloor / 2) + 1}单元${floor}0${(onFloor % 2) + 1}`;
}

/** How many households each of the other 184 micro-grids has: the sum is exact. */
function microSizes(dice: Random): number[] {
  const count = VILLAGES.flatMap((village) => village.grids).reduce((sum, { micros }) => sum + micros, 0) - 1;
  const sizes = Array.from({ length: count }, () => dice.between(15, 33));
  let missing = HOUSEHOLDS - LIN_HOUSEHOLDS - sizes.reduce((sum, size) => sum + size, 0);
  while (missing !== 0) {
    const step = Math.sign(missing);
    const index = dice.between(0, count - 1);
    const size = (sizes[index] ?? 0) + step;
    if (size < 12 || size > 36) continue;
    sizes[index] = size;
    missing -= step;
  }
  return sizes;
}

/** Numbers that are given to nobody: 1700000 and four digits, each once. */
function numbers(): () => string {
  let next = 1000;
  return () => `1700000${next++}`;
}

/** Two workers were or are away, and with one of them the chief of the grid, so that nobody is above: it waits in the pool. */
function leaveOf(person: string, now: number): Person['leave'] {
  if (person === 's_v05m007') return [{ from: now - 7 * DAY, until: now - 4 * DAY }];
  if (person === 's_v09m007' || person === 's_v09g1') return [{ from: now - 2 * DAY, until: now + 3 * DAY }];
  return [];
}

/** One code for every person of the roster. For the emulator only: whoever has this file knows these codes. */
function invitationsFor(area: Area, dice: Random): Invitation[] {
  return area.persons.map((person) => ({
    code: invitationCode((below) => dice.between(0, below - 1)),
    person: person.id,
    area: area.path,
  }));
}

const PERSONAS: readonly Persona[] = [
  {
    id: PEOPLE.lin,
    label: '林桂芬',
    note: '67 岁，住闫满小区3号楼，有几件事在办',
    english: 'Mrs Lin Guifen, 67, a resident with several requests under way',
    group: '居民',
  },
  {
    id: 'wx-song-yiming',
    label: '宋一鸣',
    note: '年轻租户，住碾子台新居',
    english: 'Song Yiming, a young tenant',
    group: '居民',
  },
  {
    id: 'wx-fang-min',
    label: '方敏',
    note: '志愿者，会修水电',
    english: 'Fang Min, a volunteer who mends pipes and lamps',
    group: '居民',
  },
  {
    id: 'wx-new-neighbour',
    label: '新来的邻居',
    note: '第一次打开，什么都还没有',
    english: 'a new neighbour: opens it for the first time',
    group: '居民',
  },
  {
    id: 'wx-s_zhao',
    label: '赵海平',
    note: '闫满村第12微网格网格员',
    english: 'Zhao Haiping, the grid worker: looks after Mrs Lin’s building',
    group: '工作人员',
    person: 's_zhao',
  },
  {
    id: 'wx-s_social2',
    label: '陈晓彤',
    note: '社会事务办公室 民生服务岗',
    english: 'Chen Xiaotong, clerk of the office of social affairs',
    group: '工作人员',
    person: 's_social2',
  },
  {
    id: 'wx-s_urban2',
    label: '靳永刚',
    note: '城乡建设办公室 建设管理岗',
    english: 'Jin Yonggang, clerk of the construction office',
    group: '工作人员',
    person: 's_urban2',
  },
  {
    id: 'wx-s_urban1',
    label: '景卫东',
    note: '城乡建设办公室 主任',
    english: 'Jing Weidong, head of the construction office',
    group: '工作人员',
    person: 's_urban1',
  },
  {
    id: 'wx-s_desk1',
    label: '苏晓东',
    note: '工作区调度员',
    english: 'Su Xiaodong, the dispatcher at the desk',
    group: '调度和领导',
    person: 's_desk1',
  },
  {
    id: 'wx-s_leader1',
    label: '韩新民',
    note: '工作区党委书记',
    english: 'Han Xinmin, the leader of the work area',
    group: '调度和领导',
    person: 's_leader1',
  },
];
