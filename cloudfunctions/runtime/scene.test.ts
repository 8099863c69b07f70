import { randomBytes } from 'node:crypto';
import { base32, readScene, sceneOf } from './scene';

const placeId = () => base32(randomBytes(10)).slice(0, 10);

beforeEach(() => {
  process.env.YIMA_PLACE_KEYS = 'newest-key,older-key';
});

test('a code reads back, fits a WeChat scene and needs no escaping there', () => {
  for (let round = 0; round < 2000; round++) {
    const id = placeId();
    const scene = sceneOf(id);
    expect(scene).toMatch(/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/);
    expect(readScene(scene)).toBe(id);
  }
});

test('of 100,000 forged codes none is accepted', () => {
  const answers = new Set<string>();
  for (let round = 0; round < Number(process.env.FORGED ?? 100_000); round++)
    answers.add(attempt(`p=${placeId()}.${base32(randomBytes(5))}`));
  expect([...answers]).toEqual(['没有认出这个码，请扫楼道或村部墙上的一码办']);
});

function attempt(scene: string): string {
  try {
    return `accepted ${readScene(scene)}`;
  } catch (error) {
    return (error as Error).message;
  }
}

test('another letter anywhere breaks it', () => {
  const scene = sceneOf('sta1rwe110');
  for (let index = 2; index < scene.length; index++) {
    const forged = `${scene.slice(0, index)}${scene[index] === 'z' ? 'y' : 'z'}${scene.slice(index + 1)}`;
    expect(() => readScene(forged)).toThrow();
  }
});

test('codes on the walls outlive a new key, until their key is retired', () => {
  process.env.YIMA_PLACE_KEYS = 'older-key';
  const old = sceneOf('sta1rwe110');
  process.env.YIMA_PLACE_KEYS = 'newest-key,older-key';
  expect(readScene(old)).toBe('sta1rwe110');
  expect(sceneOf('sta1rwe110')).not.toBe(old);
  process.env.YIMA_PLACE_KEYS = 'newest-key';
  expect(() => readScene(old)).toThrow();
});

test('an id that no code could carry is a mistake of ours', () => {
  expect(() => sceneOf('stairwell')).toThrow('no place id');
});
