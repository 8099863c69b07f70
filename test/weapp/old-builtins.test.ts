/** The builtins that old phones are given do what the real ones do, for whatever they are given; asked of both in worlds of their own. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import MENDED from '@/config/old-phones/names.json';
import { forget } from '@/test/support/floor';

describe('the builtins that are brought', () => {
  const { code } = transformSync(
    readFileSync(path.join(__dirname, '../../config/old-phones/builtins.js'), 'utf8'),
    {
      target: 'es2017',
      format: 'iife',
      define: { 'process.env.TARO_ENV': '"weapp"' },
    },
  );
  const old = vm.createContext({});
  vm.runInContext(forget(), old);
  vm.runInContext(code, old);
  const { 'Blob.prototype': _browsers, ...own } = MENDED;

  test.each(Object.entries(own).flatMap(([holder, names]) => names.map((name) => [holder, name] as const)))(
    '%s.%s is there, and not in a walk over the fields',
    (holder, name) => {
      expect(vm.runInContext(`typeof ${holder}.${name}`, old)).toBe('function');
      expect(vm.runInContext(`Object.keys(${holder})`, old)).not.toContain(name);
    },
  );

  test('what is there already is left alone', () => {
    const modern = vm.createContext({});
    vm.runInContext('var had = [].at', modern);
    vm.runInContext(code, modern);
    expect(vm.runInContext('had === [].at', modern)).toBe(true);
  });

  /** The same expression in both worlds, as text. */
  const both = (expression: string, given: unknown) => {
    const source = `(function(x){try{return JSON.stringify(${expression})}catch(e){return e.name}})(${JSON.stringify(given)})`;
    return [vm.runInContext(source, old), vm.runInContext(source, vm.createContext({}))];
  };
  const alike = (expression: string, given: fc.Arbitrary<unknown>) =>
    fc.assert(
      fc.property(given, (value) => {
        const [mended, real] = both(expression, value);
        expect(mended).toBe(real);
      }),
      { numRuns: 60 },
    );
  const list = fc.array(
    fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.array(fc.array(fc.integer(), { maxLength: 2 }), { maxLength: 3 }),
    ),
    {
      maxLength: 5,
    },
  );
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '$', '𠮷', '中'), maxLength: 8 });
  const withIndex = fc.tuple(
    list,
    fc.oneof(fc.integer({ min: -6, max: 6 }), fc.constantFrom(0.5, -1.5, null)),
  );

  test.each([
    ['x[0].at(x[1])', withIndex],
    ['x[0].flat(x[1]||undefined)', withIndex],
    ['x.flatMap((each,i)=>[each,i])', list],
    ['x.flatMap((each)=>each)', list],
    ['[x.findLast((each)=>each>0), x.findLastIndex((each)=>each>0)]', list],
    ['Array.from(x.values())', list],
    ['Object.fromEntries(x.map((each,i)=>["k"+i,each]))', list],
    ['[Object.hasOwn(x,"0"),Object.hasOwn(x,"map"),Object.hasOwn("ab",1),Object.hasOwn(null,1)]', list],
  ])('%s is what it is elsewhere', (expression, given) => alike(expression, given));

  test.each([
    'x[0].at(x[1].length-2)',
    'x[0].replaceAll(x[1],"[$&]")',
    'x[0].replaceAll(x[1],(m,at)=>m+at)',
    'x[0].replaceAll(/a/g,"-")',
    'x[0].replaceAll(/a/,"-")',
    'Array.from(x[0].matchAll(/(a)|(b)/g)).map((m)=>[m[0],m[1],m.index,m.input])',
    'Array.from(x[0].matchAll(/(?:)/gu)).map((m)=>m.index)',
    'Array.from(x[0].matchAll(/a/)).length',
    '[...x[0].matchAll(/(?<one>.)/gu)].map((m)=>m.groups.one)',
  ])('%s is what it is elsewhere', (expression) => alike(expression, fc.tuple(text, text)));

  test('promises end alike', async () => {
    const settle = vm.runInContext(
      '(function(){return Promise.allSettled([1,Promise.reject(2)]).then(function(all){return JSON.stringify(all)})})()',
      old,
    );
    expect(await settle).toBe('[{"status":"fulfilled","value":1},{"status":"rejected","reason":2}]');
    const last =
      'Promise.reject(1).finally(function(){seen=true}).catch(function(e){return [e,seen].join()})';
    expect(await vm.runInContext(`(function(){var seen=false;return ${last}})()`, old)).toBe('1,true');
  });
});
