import { ASK, GAS, LAMP, OFFICES, ROOF } from '@/test/builders/town';
import { layered, layerPathsOf, type MenuLayer, withoutService, withService } from './layers';

const BASE = { offices: OFFICES, services: [LAMP, GAS], rev: 4 };
const TOWN: MenuLayer = { path: '370114/guanzhuang/', services: [], dropped: [] };
const AREA: MenuLayer = { path: '370114/guanzhuang/yanman/', services: [], dropped: [] };
const names = (...layers: MenuLayer[]) => layered(BASE, layers).services.map(({ name }) => name);

test('the menu of a place is made of its town’s layer and its area’s, over the county’s default', () => {
  expect(layerPathsOf('370114/guanzhuang/yanman/v01/g1/m012/')).toEqual([TOWN.path, AREA.path]);
  expect(layerPathsOf(AREA.path)).toEqual([TOWN.path, AREA.path]);
  expect(layerPathsOf(TOWN.path)).toEqual([TOWN.path]);
  expect(layerPathsOf('370114/')).toEqual([]);
});

test('a layer’s own entry stands instead of the one below, in its place, or behind them', () => {
  const own = withService(withService(TOWN, { ...LAMP, name: '镇上的灯' }), ROOF);
  expect(names(own)).toEqual(['镇上的灯', GAS.name, ROOF.name]);
  expect(names(withService(own, { ...ROOF, name: '修屋顶' }))).toEqual(['镇上的灯', GAS.name, '修屋顶']);
  expect(layered(BASE, [own])).toMatchObject({ offices: OFFICES, rev: 4 });
});

test('what is taken off is left out here and below, and may be put up again', () => {
  const off = withoutService(TOWN, LAMP.id, BASE);
  expect(off.dropped).toEqual([LAMP.id]);
  expect(names(off)).toEqual([GAS.name]);
  expect(names(off, withService(AREA, LAMP))).toEqual([GAS.name, LAMP.name]);
  expect(names(withService(off, { ...LAMP, name: '新灯' }))).toEqual(['新灯', GAS.name]);
  expect(withoutService(off, LAMP.id, BASE).dropped).toEqual([LAMP.id]);
});

test('an own entry that nothing stands below is simply gone', () => {
  const own = withService(AREA, ASK);
  expect(withoutService(own, ASK.id, BASE)).toEqual({ ...AREA });
  expect(names(withoutService(own, ASK.id, BASE))).toEqual([LAMP.name, GAS.name]);
});
