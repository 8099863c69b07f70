/** Taro's preset as it is: what the phones of `browserslist` read, which is ES2017 (test/weapp/old-phones.test.ts). */
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] };
