/**
 * What phones of the promised floor (`browserslist`) lack and what the app or its packages call. `names.json` lists the same
 * names; a test holds the two together, and both to what the built scripts call. Nothing newer than the floor is called here.
 */

/** Adds what is missing, hidden from `for … in` as the real ones are. */
function add(holder, methods) {
  for (const name of Object.keys(methods))
    if (!holder[name])
      Object.defineProperty(holder, name, { value: methods[name], writable: true, configurable: true });
}

function at(index) {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

const flatten = (list, depth, out) => {
  list.forEach((item) => {
    if (depth >= 1 && Array.isArray(item)) flatten(item, depth - 1, out);
    else out.push(item);
  });
  return out;
};

add(Array.prototype, {
  at,
  values: Array.prototype[Symbol.iterator],
  flat(depth = 1) {
    return flatten(this, depth, []);
  },
  flatMap(change, self) {
    return flatten(this.map(change, self), 1, []);
  },
  findLastIndex(test, self) {
    let i = this.length;
    while (i-- > 0 && !test.call(self, this[i], i, this));
    return i;
  },
  findLast(test, self) {
    return this[this.findLastIndex(test, self)];
  },
});

const mustBeGlobal = (expression) => {
  if (!expression.global) throw new TypeError('not a global expression');
};

add(String.prototype, {
  at,
  replaceAll(what, by) {
    if (!(what instanceof RegExp))
      return this.replace(new RegExp(`${what}`.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'g'), by);
    mustBeGlobal(what);
    return this.replace(what, by);
  },
  matchAll(what) {
    const given = what instanceof RegExp;
    if (given) mustBeGlobal(what);
    const expression = new RegExp(what, given ? what.flags : 'g');
    const found = [];
    // replace walks as matchAll does, past empty matches and by code point; what it tells becomes a match
    this.replace(expression, (...told) => {
      const groups = typeof told[told.length - 1] === 'object' ? told.pop() : undefined;
      const input = told.pop();
      const index = told.pop();
      found.push(Object.assign(told, { index, input, groups }));
      return '';
    });
    return found[Symbol.iterator]();
  },
});

const own = {}.hasOwnProperty;

add(Object, {
  hasOwn: (holder, name) => own.call(holder, name),
  fromEntries: (entries) => {
    const out = {};
    for (const [name, value] of Array.from(entries))
      Object.defineProperty(out, name, { value, writable: true, enumerable: true, configurable: true });
    return out;
  },
});

add(Promise, {
  allSettled: (all) =>
    Promise.all(
      Array.from(all, (each) =>
        Promise.resolve(each).then(
          (value) => ({ status: 'fulfilled', value }),
          (reason) => ({ status: 'rejected', reason }),
        ),
      ),
    ),
});

add(Promise.prototype, {
  finally(last) {
    return this.then(
      (value) => Promise.resolve(last()).then(() => value),
      (reason) =>
        Promise.resolve(last()).then(() => {
          throw reason;
        }),
    );
  },
});

if (process.env.TARO_ENV === 'h5') {
  const read = (how) =>
    function () {
      return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result);
        reader.onerror = () => reject(reader.error);
        reader[how](this);
      });
    };
  add(Blob.prototype, { arrayBuffer: read('readAsArrayBuffer'), text: read('readAsText') });
}
