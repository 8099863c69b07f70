import menu from '@/domain/catalogue/default.json';
import { COMPLAIN, FREQUENT, OTHER } from './words';

const ids = menu.services.map(({ id }) => id);

test.each([...FREQUENT.map(({ service }) => service), OTHER, COMPLAIN])(
  '%s, which a screen opens by name, is in the menu',
  (id) => expect(ids).toContain(id),
);

test('complaints are two taps from home, as advice that the secretary reads', () => {
  expect(menu.services.find(({ id }) => id === COMPLAIN)?.kind).toBe('advice');
});
