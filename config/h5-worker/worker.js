/**
 * Opens the app in a browser without a network, or on a line that is too slow: the page as it was last, and of its parts
 * all that were ever fetched. Parts carry a hash of their content in their name, so a kept one is never old; the page is
 * asked for anew each time. Calls of the functions and files of the bucket pass by: nothing that anybody said is kept here.
 *
 * Each build has a worker of its own, as it holds the names of that build's parts. A new one fetches what was fetched in
 * the build before, waits until the last window of that one is closed, and then throws away what it does not know.
 */

/** Parts of this build, from the root of the app; written by the build. */
const BUILT = [];
const CACHE = 'yima';
const ROOT = new URL('./', self.location.href).href;
const PART = /\/(?:js|css)\/[^/]+\.[0-9a-f]{8}\.(?:js|css)$/;
/** So long the page is waited for, once there is one from before. Milliseconds. */
const PATIENCE = 5000;

self.addEventListener('install', (event) => {
  // where the browser can be told so, a call does not even wake the worker
  event.addRoutes?.({ condition: { requestMethod: 'POST' }, source: 'network' })?.catch(() => undefined);
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => self.clients.claim())));

/** The first window was opened without a worker: it says what it has fetched. */
self.addEventListener('message', (event) => {
  const parts = Array.isArray(event.data) ? event.data.filter(isPart) : [];
  event.waitUntil(caches.open(CACHE).then((cache) => keepAll(cache, parts)));
});

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const address = url.split(/[?#]/)[0];
  if (method !== 'GET') return;
  if (mode === 'navigate') {
    if (address === ROOT || address === `${ROOT}index.html`) event.respondWith(page(event));
  } else if (isPart(url)) event.respondWith(part(event));
});

/** @param {unknown} url */
function isPart(url) {
  return typeof url === 'string' && url.startsWith(ROOT) && PART.test(url);
}

/** What a hotel's wireless answers in our place is not kept. */
async function isPage(answer) {
  if (!answer.ok || answer.redirected || answer.type !== 'basic') return false;
  return (await answer.clone().text()).includes('<div id="app">');
}

async function install() {
  const cache = await caches.open(CACHE);
  const answer = await fetch(ROOT, { cache: 'no-cache' });
  if (!(await isPage(answer))) throw new Error('this is not the app');
  // no builtin is added to a worker: nothing newer than the promised floor is called here
  const linked = (await answer.clone().text()).match(/(?:src|href)="\.\/(?:js|css)\/[^"]+"/g) || [];
  const had = new Set((await cache.keys()).map(({ url }) => nameOf(url)));
  const again = BUILT.filter((file) => had.has(nameOf(file)));
  await keepAll(
    cache,
    [...linked.map((tag) => tag.split('"./')[1].slice(0, -1)), ...again].map((file) => ROOT + file),
  );
  await cache.put(ROOT, answer);
}

/** `js/app.0123abcd.js` and `js/app.89abcdef.js` are one part in two builds. */
function nameOf(url) {
  return url.replace(ROOT, '').replace(/\.[0-9a-f]{8}\./, '.');
}

async function keepAll(cache, parts) {
  for (const url of new Set(parts))
    if (!(await cache.match(url, { ignoreVary: true }))) await cache.add(url).catch(() => undefined);
}

async function tidy() {
  const cache = await caches.open(CACHE);
  const known = new Set([ROOT, ...BUILT.map((file) => ROOT + file)]);
  for (const request of await cache.keys()) if (!known.has(request.url)) await cache.delete(request);
}

/** The page of today; without an answer in time the last one. */
async function page(event) {
  const cache = await caches.open(CACHE);
  const asked = fetch(event.request).then(async (answer) => {
    if (await isPage(answer)) await cache.put(ROOT, answer.clone());
    return answer;
  });
  event.waitUntil(asked.catch(() => undefined));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([asked, late]).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  return (await cache.match(ROOT, { ignoreVary: true })) ?? asked;
}

async function part(event) {
  const { url } = event.request;
  const cache = await caches.open(CACHE);
  const kept = await cache.match(url, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.ok && /javascript|css/.test(answer.headers.get('content-type') ?? ''))
    event.waitUntil(cache.put(url, answer.clone()).catch(() => undefined));
  return answer;
}
