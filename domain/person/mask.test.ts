/** What is shown of a phone and a name to those who do not need all of it. */
import { maskName, maskPhone } from './mask';

test.each([
  ['17000005678', '170****5678'],
  ['053183211234', '****1234'],
  ['27000005678', '****5678'],
  ['8321123', '****1123'],
  ['832112', '****'],
  ['110', '****'],
  ['', ''],
])('the phone %p is shown as %p', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

test.each([
  ['林桂芬', '林*'],
  ['林', '林*'],
  ['𠮷野', '𠮷*'],
  ['', '居民'],
])('the name %p is shown as %p', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});
