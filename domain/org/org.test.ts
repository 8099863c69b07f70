import { type Area, ancestorsOf, areaPathOf, depthOf, isWithin, placeWords, postAt } from './org';

const MICRO = '370114/guanzhuang/yanman/v01/g2/m012/';

test('a path knows what is above it', () => {
  expect(depthOf('370114/')).toBe(1);
  expect(depthOf(MICRO)).toBe(6);
  expect(areaPathOf(MICRO)).toBe('370114/guanzhuang/yanman/');
  expect(ancestorsOf('370114/guanzhuang/')).toEqual(['370114/guanzhuang/', '370114/']);
  expect(ancestorsOf(MICRO)).toHaveLength(6);
});

test('inside means the same place or below, never a neighbour with a longer name', () => {
  expect(isWithin(MICRO, '370114/guanzhuang/yanman/')).toBe(true);
  expect(isWithin(MICRO, MICRO)).toBe(true);
  expect(isWithin('370114/guanzhuang/yanman/v01/g2/m0120/', MICRO)).toBe(false);
  expect(isWithin('370114/guanzhuang/', '370114/guanzhuang/yanman/')).toBe(false);
});

const area: Area = {
  path: '370114/guanzhuang/yanman/',
  name: '闫满工作区',
  nodes: [
    { path: '370114/', kind: 'county', name: '章丘区' },
    { path: '370114/guanzhuang/yanman/', kind: 'area', name: '闫满工作区' },
    { path: '370114/guanzhuang/yanman/v01/', kind: 'village', name: '闫满村' },
    { path: '370114/guanzhuang/yanman/v01/g2/', kind: 'grid', name: '第2网格' },
    { path: MICRO, kind: 'micro', name: '第12微网格' },
  ],
  units: [],
  posts: [],
  persons: [],
  responsibility: [],
};

test('people read a place from the village down', () => {
  expect(placeWords(area, MICRO)).toBe('闫满村第2网格第12微网格');
  expect(placeWords(area, '370114/guanzhuang/yanman/v01/')).toBe('闫满村');
  expect(placeWords(area, '370114/guanzhuang/yanman/')).toBe('');
});

test('the nearest post answers; where there is none, nobody does', () => {
  const post = (path: string) => ({
    id: path,
    kind: 'grid-worker' as const,
    name: '',
    unit: '',
    path,
    holders: [],
  });
  const staffed = { ...area, posts: [post('370114/guanzhuang/yanman/v01/'), post(MICRO)] };
  expect(postAt(staffed, 'grid-worker', MICRO)?.path).toBe(MICRO);
  const otherWay = { ...area, posts: [...staffed.posts].reverse() };
  expect(postAt(otherWay, 'grid-worker', MICRO)?.path).toBe(MICRO);
  expect(postAt(staffed, 'grid-worker', '370114/guanzhuang/yanman/v01/g1/m001/')?.path).toBe(
    '370114/guanzhuang/yanman/v01/',
  );
  expect(postAt(staffed, 'grid-worker', '370114/guanzhuang/yanman/v02/g1/m001/')).toBeNull();
  expect(postAt(staffed, 'leader', MICRO)).toBeNull();
});
