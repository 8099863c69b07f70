/**
 * Puts the builtins that old phones lack at the head of the mini-program's runtime. WeChat brings some of its own, which differ from
 * version to version, so they are carried.
 */
const path = require('node:path');

module.exports = (ctx) =>
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return; // a browser is asked first what it lacks
      platform.runtimePath = [path.join(__dirname, 'builtins.js')].concat(platform.runtimePath);
    },
  });
