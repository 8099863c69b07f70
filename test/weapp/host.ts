/**
 * A bare stand-in for WeChat: runs the built mini-program in a VM that has `wx` and timers and nothing else, as the
 * phone does: no window, no document, no process, no fetch, no new Function. It draws nothing; it proves that pages
 * mount, what they say, what they send across the bridge, and how many bytes that is.
 */
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

export type Tree = { sid?: string; nn?: string; v?: string; cn?: Record<string, Tree> } & Record<
  string,
  unknown
>;
type Handler = (event: unknown) => void;

interface PageHandle {
  route: string;
  data: { root: Tree };
  setData: (data: Record<string, unknown>, done?: () => void) => void;
  eh: Handler;
  onLoad?: (query: Record<string, string>) => void;
  onShow?: () => void;
  onReady?: () => void;
}

/** Answers of the cloud by action; an action without one is answered as if the network were down. */
export type Cloud = (action: string, input: unknown) => unknown;

export interface HostOptions {
  cloud?: Cloud;
  storage?: Record<string, unknown>;
  /** Interfaces of WeChat that this test answers itself. */
  wx?: Record<string, unknown>;
  /** A script that runs before the mini-program: takes away what an old phone does not have. */
  before?: string;
}

export type Host = ReturnType<typeof createHost>;

export function createHost(dist: string, { cloud, storage = {}, wx: own = {}, before }: HostOptions = {}) {
  /** Everything asked of WeChat, in order. */
  const calls: { name: string; args: unknown }[] = [];
  /** Every setData: which page, how many bytes of JSON. */
  const sets: { route: string; bytes: number }[] = [];
  /** Warnings and errors on the console, and errors nobody caught. */
  const logs: string[] = [];
  const definitions = new Map<string, object>();
  const pages: PageHandle[] = [];
  const modules = new Map<string, { exports: unknown }>();
  let loading = '';
  let app: Record<string, Handler | undefined> = {};

  /** A WeChat API: promise or callbacks; arguments cross the bridge as JSON. */
  const api =
    (name: string, answer?: (o: Record<string, unknown>) => unknown) =>
    (options: Record<string, unknown> = {}) => {
      calls.push({ name, args: JSON.parse(JSON.stringify(options)) });
      const { success, fail, complete } = options as Record<string, Handler | undefined>;
      const work = Promise.resolve()
        .then(() => answer?.(options))
        .then((result) => ({ errMsg: `${name}:ok`, ...(result as object) }));
      if (!success && !fail && !complete) return work;
      work.then(
        (result) => {
          success?.(result);
          complete?.(result);
        },
        (error: Error) => {
          const failed = { errMsg: `${name}:fail ${error.message}` };
          fail?.(failed);
          complete?.(failed);
        },
      );
      return undefined;
    };

  const info = {
    windowWidth: 375,
    windowHeight: 667,
    screenWidth: 375,
    screenHeight: 667,
    pixelRatio: 2,
    statusBarHeight: 24,
    platform: 'android',
    SDKVersion: '3.8.0',
    fontSizeSetting: 17,
  };
  const launch = { path: '', query: {}, scene: 1047 };
  const selectors: object = new Proxy(
    {},
    {
      get: (_target, key) =>
        key === 'exec' ? (done?: (r: unknown[]) => void) => done?.([]) : () => selectors,
    },
  );
  const wx: Record<string, unknown> = {
    canIUse: () => true,
    nextTick: (f: () => void) => setTimeout(f),
    getStorageSync: (key: string) => storage[key] ?? '',
    setStorageSync: (key: string, value: unknown) => {
      storage[key] = value;
    },
    removeStorageSync: (key: string) => {
      delete storage[key];
    },
    cloud: {
      init() {},
      callFunction: api('cloud.callFunction', async (o) => {
        const { action, input } = o.data as { action: string; input: unknown };
        if (!cloud) throw new Error('offline');
        return { result: await cloud(action, input) };
      }),
      uploadFile: api('cloud.uploadFile', (o) => ({ fileID: `cloud://test/${String(o.cloudPath)}` })),
    },
    createSelectorQuery: () => selectors,
    onNetworkStatusChange() {},
    offNetworkStatusChange() {},
    onAppShow() {},
    offAppShow() {},
  };
  for (const name of ['getSystemInfoSync', 'getAppBaseInfo', 'getWindowInfo', 'getDeviceInfo'])
    wx[name] = () => info;
  for (const name of ['getLaunchOptionsSync', 'getEnterOptionsSync']) wx[name] = () => launch;
  for (const name of [
    ...[
      'navigateTo',
      'redirectTo',
      'reLaunch',
      'navigateBack',
      'showToast',
      'hideToast',
      'showLoading',
      'hideLoading',
    ],
    ...[
      'showModal',
      'chooseMedia',
      'compressImage',
      'previewImage',
      'scanCode',
      'makePhoneCall',
      'setClipboardData',
    ],
    ...['stopPullDownRefresh', 'setNavigationBarTitle', 'pageScrollTo', 'showShareMenu'],
  ])
    wx[name] = api(name);
  // Everything that is asked for is agreed to.
  wx.requestSubscribeMessage = api('requestSubscribeMessage', ({ tmplIds }) =>
    Object.fromEntries((tmplIds as string[]).map((id) => [id, 'accept'])),
  );

  Object.assign(wx, own);

  const note =
    (level: string) =>
    (...words: unknown[]) =>
      logs.push(
        [level, ...words.map((word) => (word instanceof Error ? word.stack : String(word)))].join(' '),
      );
  const timers: NodeJS.Timeout[] = [];
  const remember = (timer: NodeJS.Timeout) => {
    timers.push(timer);
    return timer;
  };
  const start = (o: typeof app) => {
    app = o;
  };
  const define = (o: object) => definitions.set(loading, o);
  const itself = (o: object) => o;
  const context = vm.createContext(
    {
      wx,
      global: {},
      setTimeout: (f: () => void, ms?: number) => remember(setTimeout(f, ms)),
      clearTimeout,
      setInterval: (f: () => void, ms?: number) => remember(setInterval(f, ms)),
      clearInterval,
      getApp: () => app,
      getCurrentPages: () => pages,
      console: { log() {}, info() {}, debug() {}, warn: note('warn'), error: note('error') },
      App: start,
      Page: define,
      Component: define,
      Behavior: itself,
    },
    { codeGeneration: { strings: false, wasm: false } },
  );

  if (before) vm.runInContext(before, context);
  const load = (file: string): unknown => {
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    const require = (name: string) =>
      load(path.resolve(path.dirname(file), name.endsWith('.js') ? name : `${name}.js`));
    const source = `(function(require,module,exports){${fs.readFileSync(file, 'utf8')}\n})`;
    vm.runInContext(source, context, { filename: file })(require, module, module.exports);
    return module.exports;
  };
  load(path.join(dist, 'app.js'));
  app.onLaunch?.(launch);
  app.onShow?.(launch);

  const put = (data: Tree, key: string, value: unknown) => {
    const steps = key.split('.').map((step) => step.replace(/^\[(\d+)\]$/, '$1'));
    let at: Record<string, unknown> = data;
    for (const step of steps.slice(0, -1)) {
      at[step] ??= {};
      at = at[step] as Record<string, unknown>;
    }
    at[steps.at(-1)!] = value;
  };

  /** Waits for something to become true; never a fixed sleep, which a loaded machine would betray. */
  async function until<T>(look: () => T, what = 'something', ms = 5000): Promise<NonNullable<T>> {
    for (const start = Date.now(); ; ) {
      const seen = look();
      if (seen) return seen;
      if (Date.now() - start > ms) throw new Error(`waited in vain for ${what}. ${logs.join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  const children = (node: Tree): Tree[] => Object.values(node.cn ?? {});
  const everything = (node: Tree): Tree[] => children(node).flatMap((child) => [child, ...everything(child)]);
  const textOf = (node: Tree): string => (node.v ?? '') + children(node).map(textOf).join('');

  /** Opens a page as WeChat would and waits until it has drawn something. */
  async function open(route: string, query: Record<string, string> = {}): Promise<PageHandle> {
    loading = route;
    load(path.join(dist, `${route}.js`));
    const definition = definitions.get(route) as { methods?: object; data?: object } | undefined;
    if (!definition) throw new Error(`${route} defines no page`);
    const page = Object.assign(Object.create(definition.methods ?? null), definition, {
      route,
      data: structuredClone(definition.data ?? {}),
    }) as PageHandle;
    page.setData = (data, done) => {
      const json = JSON.stringify(data);
      sets.push({ route, bytes: Buffer.byteLength(json) });
      for (const [key, value] of Object.entries(JSON.parse(json)))
        put(page.data as unknown as Tree, key, value);
      setTimeout(() => done?.call(page));
    };
    pages.push(page);
    const before = sets.length;
    page.onLoad?.(query);
    page.onShow?.();
    page.onReady?.();
    await until(() => sets.length > before, `${route} to draw`);
    return page;
  }

  /** The innermost drawn node that fits, with all its ancestors: events bubble. */
  function chainTo(page: PageHandle, fits: (node: Tree) => boolean, what: string): Tree[] {
    let best: Tree[] | undefined;
    const walk = (node: Tree, above: Tree[]) => {
      const chain = [node, ...above];
      if (node.v === undefined && fits(node)) best = chain;
      for (const child of children(node)) walk(child, chain);
    };
    for (const child of children(page.data.root)) walk(child, []);
    if (!best) throw new Error(`nothing says ${what}; the page says: ${textOf(page.data.root)}`);
    return best;
  }
  const fire = (page: PageHandle, chain: Tree[], type: string, detail: object = {}) => {
    const named = (node: Tree) => ({ id: node.sid, dataset: { sid: node.sid } });
    for (const node of chain)
      page.eh({ type, detail, timeStamp: Date.now(), target: named(chain[0]!), currentTarget: named(node) });
  };
  /** Is this the spoken label or another plain attribute of the node? Taro calls them p0, p1… */
  const carries = (node: Tree, words: string) =>
    Object.entries(node).some(([key, value]) => /^p\d+$/.test(key) && value === words);

  const ariaLabel = labelKeys(dist);
  const spokenLabel = (node: Tree): string =>
    String(
      ariaLabel.map((key) => node[key]).find((value) => typeof value === 'string' && value !== '') ?? '',
    );

  return {
    open,
    /** Ends the app: its timers would keep the test alive. */
    close: () => {
      for (const timer of timers) clearTimeout(timer);
    },
    until,
    calls,
    sets,
    logs,
    text: (page: PageHandle) => textOf(page.data.root),
    nodes: (page: PageHandle) => everything(page.data.root),
    /** Spoken labels of everything one can type into; only Field and SearchBar have this class for their example. */
    fields: (page: PageHandle) =>
      everything(page.data.root)
        .filter((node) => carries(node, 'field-hint'))
        .map(spokenLabel),
    tap: (page: PageHandle, words: string) =>
      fire(
        page,
        chainTo(page, (node) => textOf(node) === words || carries(node, words), words),
        'tap',
      ),
    /** Types into the field with this spoken label. */
    input: (page: PageHandle, label: string, value: string) =>
      fire(
        page,
        chainTo(page, (node) => carries(node, label), label),
        'input',
        { value },
      ),
  };
}

/** Under which short names (p0, p1…) the built templates bind `aria-label` of inputs. */
function labelKeys(dist: string): string[] {
  const base = fs.readFileSync(path.join(dist, 'base.wxml'), 'utf8');
  const tags = [...base.matchAll(/<(?:input|textarea) [^>]*>/g)].map(([tag]) => tag);
  const keys = tags.flatMap((tag) => /aria-label="\{\{i\.(p\d+)\}\}"/.exec(tag)?.[1] ?? []);
  return [...new Set(keys)];
}
