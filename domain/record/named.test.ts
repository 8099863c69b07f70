import type { Volunteering } from '../flow/actor';
import { nameFor, onOneLine } from './named';

const volunteer = (name?: string, names?: string[]): Volunteering => ({
  ...{ since: 1, skills: [], places: [], teams: [] },
  ...(name && { name }),
  ...(names && { names }),
});
const lines = (...names: string[]) => names.map((name) => ({ name }));
const resident = (over: Volunteering | null) => ({ name: '昵称', staff: null, volunteer: over });
const staff = { id: 's_ma', area: 'a/', phone: '', posts: [], leads: [] };

test.each([
  ['the registered name, whatever the profile says', ['方敏', '方敏'], resident(volunteer('方敏')), '方敏'],
  ['not another', ['方敏'], resident(volunteer('李四')), null],
  ['not half of it', ['方敏', '李四'], resident(volunteer('李四')), null],
  [
    'what the desk has seen to be one person',
    ['方敏', '方小敏'],
    resident(volunteer('方敏', ['方小敏'])),
    '方敏',
  ],
  ['by the lines alone, without a registration', ['方敏'], resident(null), '方敏'],
  ['by the lines alone, from before names were kept', ['方敏'], resident(volunteer()), '方敏'],
  ['lines that disagree', ['方敏', '李四'], resident(null), null],
  [
    'the roster’s, of whoever works here',
    ['马建'],
    { name: '马建', staff, volunteer: volunteer('马建') },
    '马建',
  ],
  ['a line break is a blank', ['方敏\n累计一千小时'], resident(volunteer('方敏')), null],
  ['nobody', [''], resident(null), null],
])('certified under %s', (_, written, who, expected) => {
  expect(nameFor(lines(...written), who)).toBe(expected);
});

test('a name is one line', () => {
  expect(onOneLine(' 方敏\r\n 累计\u2028一千小时 ')).toBe('方敏 累计 一千小时');
});
