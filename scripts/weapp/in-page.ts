/**
 * The client's half of a mini-program in a browser: WeChat's own open-source renderer (glass-easel) draws the templates
 * of the real build and runs its real pages; `wx` is here, cloud calls go to the local cloud. What WeChat's native
 * widgets do (pickers, maps, the keyboard) is not drawn.
 */
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';

type Handler = (event: unknown) => void;
type Loose = Record<string, unknown>;

/** The build, as the other half has read it from disk. */
interface Bundle {
  /** Source by path without extension's folder: `pages/x/index.js`. */
  readonly scripts: Readonly<Record<string, string>>;
  /** Page and component configurations by path without extension. */
  readonly configs: Readonly<Record<string, Loose>>;
  /** The compiled templates: an expression. */
  readonly templates: string;
  readonly storage: Readonly<Record<string, unknown>>;
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
  /** The person for the local cloud. */
  readonly user: string;
}

declare global {
  interface Window {
    bundle: Bundle;
    /** Warnings, errors and calls of WeChat that this stand-in lacks. */
    faults: string[];
  }
}

const { scripts, configs, templates, storage, route, query, user } = window.bundle;
const faults: string[] = [];
window.faults = faults;

const kept: Record<string, unknown> = { ...storage };
const info = {
  windowWidth: innerWidth,
  windowHeight: innerHeight,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  pixelRatio: 2,
  statusBarHeight: 24,
  platform: 'android',
  SDKVersion: '3.8.0',
  fontSizeSetting: 17,
  theme: 'light',
};
const launch = { path: route, query, scene: 1047 };

/** Promise and callbacks at once, as WeChat answers. */
function answered(options: Loose, work: () => unknown): Promise<unknown> {
  const { success, fail, complete } = options as Record<string, Handler | undefined>;
  const done = Promise.resolve().then(work);
  done.then(
    (result) => {
      success?.(result);
      complete?.(result);
    },
    (error: Error) => {
      const failed = { errMsg: `fail ${error.message}` };
      fail?.(failed);
      complete?.(failed);
    },
  );
  return success || fail || complete ? done.catch(() => undefined) : done;
}

const selectors: object = new Proxy(
  {},
  { get: (_, key) => (key === 'exec' ? (done?: Handler) => done?.([]) : () => selectors) },
);

const known: Loose = {
  canIUse: () => true,
  nextTick: (then: () => void) => setTimeout(then),
  getStorageSync: (key: string) => kept[key] ?? '',
  setStorageSync: (key: string, value: unknown) => {
    kept[key] = value;
  },
  removeStorageSync: (key: string) => {
    delete kept[key];
  },
  getStorageInfoSync: () => ({ keys: Object.keys(kept) }),
  createSelectorQuery: () => selectors,
  getMenuButtonBoundingClientRect: () => ({
    top: 28,
    bottom: 60,
    left: innerWidth - 94,
    right: innerWidth - 7,
    width: 87,
    height: 32,
  }),
  getNetworkType: (options: Loose = {}) => answered(options, () => ({ networkType: 'wifi' })),
  cloud: {
    init() {},
    callFunction: (options: Loose & { name: string; data: unknown }) =>
      answered(options, async () => {
        const answer = await fetch(`/call/${options.name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-emulator-user': user },
          body: JSON.stringify(options.data),
        });
        return answer.json();
      }),
  },
};
for (const name of ['getSystemInfoSync', 'getAppBaseInfo', 'getWindowInfo', 'getDeviceInfo'])
  known[name] = () => info;
// Taro takes over only what it finds at its start.
for (const name of ['NetworkStatusChange', 'AppShow', 'AppHide']) {
  known[`on${name}`] = () => undefined;
  known[`off${name}`] = () => undefined;
}
for (const name of ['getLaunchOptionsSync', 'getEnterOptionsSync']) known[name] = () => launch;
known.showToast = (options: Loose = {}) => answered(options, () => ({ errMsg: 'showToast:ok' }));

/** Whatever else is asked of WeChat succeeds and says nothing; `on…` listens in vain. */
const wx = new Proxy(known, {
  get(target, name: string) {
    if (name in target) return target[name];
    if (/^(webpack|__)/.test(name)) return undefined;
    return (options: Loose = {}) =>
      /^(on|off|create)[A-Z]/.test(name)
        ? undefined
        : answered(options ?? {}, () => ({ errMsg: `${name}:ok` }));
  },
});

const environment = new MiniProgramEnv();
const space = environment.createCodeSpace('main', true);
const backend = environment.associateBackend();
// The build's own code, made by the template compiler.
const generated = new Function(`return ${templates}`)() as Record<string, never>;
for (const [path, content] of Object.entries(generated))
  space.addCompiledTemplate(path, { groupList: generated, content } as never);
for (const [path, config] of Object.entries(configs)) space.addComponentStaticConfig(path, config as never);

let app: Record<string, Handler | undefined> = {};
const pages: Loose[] = [];
const modules = new Map<string, { exports: unknown }>();
let defines: { Page: Handler; Component: Handler } = { Page: () => undefined, Component: () => undefined };

const note =
  (level: string) =>
  (...words: unknown[]) =>
    faults.push(
      [level, ...words.map((word) => (word instanceof Error ? word.stack : String(word)))].join(' '),
    );
const quiet = { log() {}, info() {}, debug() {}, warn: note('warn'), error: note('error') };
window.addEventListener('error', ({ message }) => faults.push(`error ${message}`));
window.addEventListener('unhandledrejection', ({ reason }) => faults.push(`rejected ${String(reason)}`));

const begin = (options: typeof app) => {
  app = options;
};

function load(file: string): unknown {
  const loaded = modules.get(file);
  if (loaded) return loaded.exports;
  const source = scripts[file];
  if (source === undefined) throw new Error(`the build has no ${file}`);
  const module = { exports: {} };
  modules.set(file, module);
  const require = (name: string) => {
    const path = new URL(name.endsWith('.js') ? name : `${name}.js`, `http://build/${file}`).pathname;
    return load(path.slice(1));
  };
  const given: [name: string, is: unknown][] = [
    ['require', require],
    ['module', module],
    ['exports', module.exports],
    ['wx', wx],
    ['console', quiet],
    ['window', undefined],
    ['document', undefined],
    ['global', {}],
    ['getApp', () => app],
    ['getCurrentPages', () => pages],
    ['App', begin],
    ['Page', (options: unknown) => defines.Page(options)],
    ['Component', (options: unknown) => defines.Component(options)],
    ['Behavior', (options: unknown) => options],
  ];
  new Function(...given.map(([name]) => name), source)(...given.map(([, is]) => is));
  return module.exports;
}

load('app.js');
app.onLaunch?.(launch);
app.onShow?.(launch);
for (const path of ['comp', route]) {
  space.componentEnv(path, ({ Page, Component }) => {
    defines = { Page: Page as Handler, Component: Component as Handler };
    load(`${path}.js`);
  });
}

const root = backend.createRoot('body', space, route);
const place = document.createElement('span');
document.body.append(place);
root.attach(document.body as never, place as never);
const page = root.get() as unknown as Loose & { onLoad?: Handler; onShow?: () => void; onReady?: () => void };
Object.assign(page, { route });
pages.push(page);
page.onLoad?.(query);
page.onShow?.();
page.onReady?.();

/** What a finger does, said to the element that was drawn. */
function forward(event: Event, type: string, detail: object): void {
  const target = event.target as (EventTarget & { __wxElement?: unknown }) | null;
  const element = target?.__wxElement as
    | { triggerEvent(name: string, detail: object, options: object): void }
    | undefined;
  element?.triggerEvent(type, detail, { bubbles: true, composed: true });
}
document.addEventListener('click', (event) => forward(event, 'tap', {}));
document.addEventListener('input', (event) =>
  forward(event, 'input', { value: (event.target as HTMLInputElement).value }),
);
