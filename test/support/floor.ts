/**
 * What a phone of the promised floor does not have (`browserslist` in package.json: Chrome 60, iOS 10.3): every builtin
 * that came later, by the object it stands on. From https://developer.mozilla.org and the compatibility tables of ECMAScript.
 */
export const LATER: Readonly<Record<string, readonly string[]>> = {
  'Array.prototype': [
    ...['at', 'flat', 'flatMap', 'findLast', 'findLastIndex', 'values'],
    ...['toReversed', 'toSorted', 'toSpliced', 'with'],
  ],
  Array: ['fromAsync'],
  'Int8Array.prototype.__proto__': ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with'],
  'String.prototype': [
    ...['at', 'matchAll', 'replaceAll', 'trimStart', 'trimEnd'],
    ...['isWellFormed', 'toWellFormed'],
  ],
  Object: ['fromEntries', 'hasOwn', 'groupBy'],
  Map: ['groupBy'],
  'Map.prototype': ['getOrInsert', 'getOrInsertComputed'],
  'Set.prototype': [
    ...['union', 'intersection', 'difference', 'symmetricDifference'],
    ...['isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
  ],
  Symbol: ['asyncIterator', 'matchAll', 'dispose', 'asyncDispose'],
  'Symbol.prototype': ['description'],
  Promise: ['allSettled', 'any', 'withResolvers', 'try'],
  'Promise.prototype': ['finally'],
  'RegExp.prototype': ['dotAll', 'hasIndices', 'unicodeSets'],
  RegExp: ['escape'],
  Error: ['isError'],
  Intl: [
    ...['RelativeTimeFormat', 'ListFormat', 'Segmenter', 'PluralRules', 'DisplayNames', 'Locale'],
    ...['DurationFormat', 'supportedValuesOf', 'getCanonicalLocales'],
  ],
  'Intl.DateTimeFormat.prototype': ['formatToParts', 'formatRange', 'formatRangeToParts'],
  'Intl.NumberFormat.prototype': ['formatToParts', 'formatRange', 'formatRangeToParts'],
  JSON: ['rawJSON', 'isRawJSON'],
  self: [
    ...['globalThis', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'WeakRef', 'FinalizationRegistry'],
    ...['AggregateError', 'SuppressedError', 'Iterator', 'structuredClone', 'queueMicrotask', 'reportError'],
    ...['AbortController', 'AbortSignal', 'ResizeObserver', 'IntersectionObserver', 'requestIdleCallback'],
    ...['BroadcastChannel', 'PointerEvent', 'visualViewport', 'CompressionStream', 'DecompressionStream'],
    ...['OffscreenCanvas', 'createImageBitmap', 'MediaRecorder', 'scheduler', 'navigation', 'trustedTypes'],
    ...['TransformStream', 'WritableStream', 'ReportingObserver', 'ElementInternals', 'SharedWorker'],
  ],
  'Blob.prototype': ['arrayBuffer', 'text', 'stream', 'bytes'],
  'Response.prototype': ['bytes'],
  'Element.prototype': [
    ...['replaceChildren', 'toggleAttribute', 'checkVisibility', 'getAnimations', 'moveBefore'],
    ...['setHTMLUnsafe', 'getHTML', 'computedStyleMap', 'attributeStyleMap', 'ariaModal', 'part'],
  ],
  'Document.prototype': ['replaceChildren', 'getAnimations', 'startViewTransition', 'adoptedStyleSheets'],
  'HTMLElement.prototype': [
    ...['attachInternals', 'inert', 'popover', 'showPopover', 'togglePopover', 'enterKeyHint'],
  ],
  'HTMLInputElement.prototype': ['showPicker'],
  'HTMLFormElement.prototype': ['requestSubmit'],
  'CSSStyleSheet.prototype': ['replace', 'replaceSync'],
  'Navigator.prototype': [
    'locks',
    'share',
    'canShare',
    'clipboard',
    'wakeLock',
    'userAgentData',
    'connection',
  ],
  'Crypto.prototype': ['randomUUID'],
  URL: ['canParse', 'parse'],
  'URLSearchParams.prototype': ['size'],
  'FormData.prototype': ['entries', 'keys', 'values', 'forEach', 'get', 'getAll', 'has', 'set', 'delete'],
};

/** A script that takes these builtins away from the world it runs in: a page before its own scripts, or a bare VM. */
export const forget = (later: Readonly<Record<string, readonly string[]>> = LATER): string =>
  `(function (later) {
    var world = this;
    Object.keys(later).map(function (name) {
      return [name === 'self' ? world : name.split('.').reduce(function (at, part) { return at && at[part]; }, world), later[name]];
    }).forEach(function (each) {
      if (each[0]) each[1].forEach(function (name) { delete each[0][name]; });
    });
  }).call(this, ${JSON.stringify(later)});`;
