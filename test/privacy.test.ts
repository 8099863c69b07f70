/** What the privacy guideline declares is what the code asks the phone for: no more and no less, in both directions. */
import { readFileSync } from 'node:fs';
import { PRIVACY_LIST } from '@/src/platform/privacy-list';
import { filesIn } from '@/test/weapp/built';

/**
 * Interfaces that WeChat counts as personal (小程序隐私协议开发指南, its table of kinds and interfaces), components and
 * buttons included.
 */
const PERSONAL = [
  ...['getUserInfo', 'getUserProfile', 'chooseAvatar', 'nickname', 'getLocation', 'getFuzzyLocation'],
  ...[
    'chooseLocation',
    'choosePoi',
    'onLocationChange',
    'startLocationUpdate',
    'startLocationUpdateBackground',
  ],
  ...['chooseAddress', 'chooseInvoiceTitle', 'chooseInvoice', 'getWeRunData', 'chooseLicensePlate'],
  ...['chooseImage', 'chooseMedia', 'chooseVideo', 'chooseMessageFile', 'saveImageToPhotosAlbum'],
  ...['saveVideoToPhotosAlbum', 'startRecord', 'getRecorderManager', 'joinVoIPChat', 'createCameraContext'],
  ...['createVKSession', 'createLivePusherContext', 'openBluetoothAdapter', 'createBLEPeripheralServer'],
  ...['addPhoneContact', 'chooseContact', 'addPhoneRepeatCalendar', 'addPhoneCalendar', 'startAccelerometer'],
  ...['startCompass', 'startDeviceMotionListening', 'startGyroscope', 'setClipboardData', 'getClipboardData'],
  ...[
    'getPhoneNumber',
    'getRealtimePhoneNumber',
    'onCopyUrl',
    'startSoterAuthentication',
    'checkIsSoterEnrolledInDevice',
  ],
  // the plugin's own recorder uses the microphone, too
  'getRecordRecognitionManager',
];

/** Personal interfaces in a text: called, or named as what a button opens. Comments do not count. */
function usedIn(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  return PERSONAL.filter((name) =>
    new RegExp(`\\.${name}\\s*\\(|(?:openType|type)[=:]\\s*["'][^"']*\\b${name}\\b`).test(code),
  );
}

const used = filesIn('src')
  .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|h5)\.|privacy-list/.test(file))
  .flatMap((file) => usedIn(readFileSync(`src/${file}`, 'utf8')).map((name) => ({ file, name })));

test('the declared list equals the interfaces in use', () => {
  const declared = PRIVACY_LIST.flatMap(({ interfaces }) => [...interfaces]);
  const names = new Set(used.map(({ name }) => name));
  expect({
    undeclared: used.filter(({ name }) => !declared.some((each) => each === name)),
    unused: declared.filter((name) => !names.has(name)),
  }).toEqual({ undeclared: [], unused: [] });
});

test('the scan sees what it looks for', () => {
  expect(usedIn('await Taro.chooseLocation({})')).toEqual(['chooseLocation']);
  expect(usedIn('<Button openType="getPhoneNumber|agreePrivacyAuthorization">')).toEqual(['getPhoneNumber']);
  expect(usedIn('// Taro.getLocation()')).toEqual([]);
});

test('nothing follows people: a place is pointed at on the map, and no other interface wants approval', () => {
  const config = readFileSync('src/app.config.ts', 'utf8');
  expect(config.match(/requiredPrivateInfos: (.*),/)?.[1]).toBe("['chooseLocation']");
  expect(config).not.toMatch(/requiredBackgroundModes|scope\.userLocation/);
  expect(config).toContain('__usePrivacyCheck__: true');
});

test('every kind says when and what for', () => {
  for (const { words } of PRIVACY_LIST) expect(words).toMatch(/只在您/);
});
