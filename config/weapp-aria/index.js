/**
 * Lets spoken labels through to the mini-program.
 *
 * Taro's weapp templates name every attribute they bind and know no aria one, so a label would be dropped
 * without a word. This adds ours to the templates and, through runtime.js, to the runtime's own list.
 */
const path = require('node:path');
const aria = require('./props.json');

module.exports = (ctx) =>
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return; // h5 has no templates
      platform.template.mergeComponents(ctx, aria);
      platform.runtimePath = [].concat(platform.runtimePath, path.join(__dirname, 'runtime.js'));
    },
  });
