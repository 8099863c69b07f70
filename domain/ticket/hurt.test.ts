/** What may be somebody hurt, and must not be swallowed by a report of something broken. */
import { mayHurt } from './hurt';

const says = (text: string, answers: { id: string; ask: string; answer: string }[] = []) =>
  mayHurt({ urgency: 'L3', text, answers });

test.each([
  '孩子被电了一下',
  '孩子 被 电 了 一下',
  '我妈在楼道摔了一跤',
  '老人下楼绊倒了',
  '路灯杆漏电，狗碰了一下就跳开',
  '电线掉下来了，垂在地上',
  '小孩手碰灯杆麻了',
  '井盖没了，昨天有人掉进去',
  '奶奶晕了',
  '玻璃掉下来划到邻居的手',
  '灯罩掉下来砸到人',
  '被狗咬了',
  '水烫到娃了',
  '大爷腿流血了',
  '墙要塌了',
  '冒烟了',
  '有煤气味',
  '快来人救命',
  '人已经送医院了',
  '这灯杆要电死人的',
  '电梯里困着两个人',
  '小女孩哭个不停，说手疼',
  '（语音 9 秒）',
  '灯坏了（语音 3 秒）',
])('%s', (text) => {
  expect(says(text)).toBe(true);
  expect(says(`灯不亮，${text}`)).toBe(true);
  expect(says('灯不亮', [{ id: 'x', ask: '还有什么', answer: text }])).toBe(true);
});

test.each([
  '二楼的灯坏了三天',
  '整条街停水了',
  '水压太低，上不了五楼',
  '下水道堵死了',
  '路面有个坑',
  '垃圾三天没收',
  '墙皮掉了一块',
  '灯一直闪',
  '水管爆了，一直往外冒水',
  '没有路灯',
  '',
])('no: %s', (text) => {
  expect(says(text)).toBe(false);
});

test('a danger by its urgency needs no words', () => {
  expect(mayHurt({ urgency: 'L1', text: '', answers: [] })).toBe(true);
  expect(mayHurt({ urgency: 'L2', text: '灯不亮', answers: [] })).toBe(true);
  expect(mayHurt({ urgency: 'L4', text: '灯不亮', answers: [] })).toBe(false);
});
