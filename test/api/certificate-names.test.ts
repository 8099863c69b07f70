/** A certificate names the person of the record, and says the same thing once. */
import { openServed } from '@/domain/record/open';
import { DAY, HOUR } from '@/domain/time/day';
import { idOf } from '@/test/builders/standing';
import { AREA } from '@/test/builders/town';
import { type Name, withYima } from '@/test/support/yima';

const yima = withYima();
const key = () => crypto.randomUUID();
const offer = { phone: '17000000009', skills: [], places: [AREA], times: [], teams: [], minor: false };
const register = (name: Name, called: string) =>
  yima.call(name, 'volunteer.register', { name: called, ...offer, guardian: null, consent: true });
const issue = (name: Name) => yima.ask(name, 'certificate.issue', { key: key() });

test('the registered name, never the profile’s; another name is refused, and old papers are stale', async () => {
  await register('guest1', '方敏');
  const service = {
    ...{ title: '清扫', theme: 'elders' as const, text: '', object: '居民', startsAt: yima.now - HOUR },
    ...{ place: { id: '', name: '闫满村', words: '闫满村' }, endsAt: yima.now },
    organiser: { person: 's_ma', name: '马建', phone: '' },
  };
  const who = { person: idOf('guest1'), name: '方敏', phone: '' };
  const source = { kind: 'wish' as const, id: 'w1', no: 'W1' };
  const made = { service, who, source, orgPath: AREA, area: AREA, minutes: 60 };
  await yima.emulator.db.collection('participations').add(openServed(`h${'1'.repeat(24)}`, made, yima.now));
  yima.later(8 * DAY);
  await yima.call('guest1', 'profile.save', { name: '李四', phone: '17000000009' });

  const papers = await Promise.all([1, 2, 3, 4].map(() => issue('guest1')));
  const seen = papers.map((answer) => (answer.ok ? `${answer.data.no} ${answer.data.name}` : answer.code));
  expect(new Set(seen).size).toBe(1);
  expect(seen[0]).toMatch(/ 方敏$/);
  const [first] = await yima.call('guest1', 'certificate.list', {});
  expect(await yima.call('guest1', 'certificate.list', {})).toHaveLength(1);

  await register('guest1', '李四');
  const other = await issue('guest1');
  expect(other.ok ? other.data.name : other.code).toBe('CERTIFICATE_NAME');
  const paper = { no: first?.no ?? '', code: first?.code ?? '' };
  expect(await yima.call('wang', 'certificate.verify', paper)).toMatchObject({ stale: true });
  // the desk has seen that both are one person
  const seenThere = { id: idOf('guest1'), name: '李四', phone: '17000000009' };
  await yima.call('qian', 'volunteer.vouch', seenThere);
  expect(await yima.call('wang', 'certificate.verify', paper)).toMatchObject({ stale: false });
});
