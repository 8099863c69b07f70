/** Taro's preset as it is: ES5 for the mini-program, ES2017 at most for the browser. */
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] };
