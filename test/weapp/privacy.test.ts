/** WeChat's privacy guideline in the built mini-program: asked kindly, free to refuse, and a no holds nothing up. */
import menu from '@/domain/catalogue/default.json';
import { answer } from './answers';
import { built } from './built';
import { createHost, type Host } from './host';

const FILE = 'pages/resident/file/index';
const QUERY = {
  service: menu.services.find(({ kind }) => kind === 'report')!.id,
  scene: 'p%3D0123456789.abcdefgh',
};

let host: Host;
afterEach(() => host?.close());

/** The form, and WeChat asking on behalf of something that was tapped. */
async function asking() {
  const answers: unknown[] = [];
  let hear: (answer: (given: unknown) => void) => void = () => undefined;
  const onNeedPrivacyAuthorization = (listener: typeof hear) => {
    hear = listener;
  };
  host = createHost(built('weapp'), { cloud: answer, wx: { onNeedPrivacyAuthorization } });
  const page = await host.open(FILE, QUERY);
  await host.until(() => host.text(page).includes('提交'), 'the form');
  // nothing is asked before something is wanted
  expect(host.text(page)).not.toContain('不同意');
  hear((given) => answers.push(given));
  await host.until(() => host.text(page).includes('不同意也能报事'), 'the sheet');
  return { page, answers };
}

test('a no is taken at once, and the form is as it was', async () => {
  const { page, answers } = await asking();
  for (const words of ['相机和相册', '麦克风', '手机号', '看完整的隐私保护指引'])
    expect(host.text(page)).toContain(words);
  host.tap(page, '不同意，不用这些');
  await host.until(() => !host.text(page).includes('不同意也能报事'), 'the sheet to go');
  expect(answers).toEqual([{ event: 'disagree' }]);
  expect(host.text(page)).toContain('提交');
  expect(host.logs).toEqual([]);
});

test('the button that agrees is WeChat’s own', async () => {
  const { page } = await asking();
  const [agree] = host
    .nodes(page)
    .filter((node) => JSON.stringify(node).includes('agreePrivacyAuthorization'));
  expect(agree).toBeDefined();
  expect(JSON.stringify(agree)).toContain('yima-agree');
});
