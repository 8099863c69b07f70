/**
 * The first thing of `npm start` and `npm test`: says so when this Node is too old, or nothing is installed yet, before anything
 * fails on a syntax it does not know. It is written so that every Node reads it.
 */
var WANTED = 20;
var major = parseInt(process.versions.node, 10);
var is = process.versions.node;
if (major < WANTED) {
  // one argument on one line: a formatter would end several with a comma that an old Node cannot read
  console.error('\n  这里的 Node 是 ' + is + '，一码办要 Node ' + WANTED + ' 或更新：https://nodejs.org');
  console.error('  This is Node ' + is + '; Yima needs Node ' + WANTED + ' or newer: https://nodejs.org\n');
  process.exit(1);
}
try {
  require.resolve('tsx/package.json');
} catch (_) {
  console.error('\n  还没有安装：先运行 npm ci。Nothing is installed yet: run  npm ci  first.\n');
  process.exit(1);
}
