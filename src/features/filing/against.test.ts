import { complaintSent, isSealed } from './against';

const about = { unit: 'office-urban', person: null, name: '城乡建设办' };

test('what is about somebody is sealed unless its reporter says otherwise', () => {
  expect(isSealed({ against: about, sealed: null })).toBe(true);
  expect(isSealed({ against: about, sealed: false })).toBe(false);
  expect(isSealed({ against: null, sealed: null })).toBe(false);
});

test('an ordinary request says nothing of it; a complaint never sends the name that was shown', () => {
  expect(complaintSent({ against: null, sealed: null })).toEqual({});
  expect(complaintSent({ against: null, sealed: true })).toEqual({ sealed: true });
  expect(complaintSent({ against: about, sealed: null })).toEqual({
    against: { unit: 'office-urban', person: null },
    sealed: true,
  });
});
