// Before tests in a browser: app, panels and page are those that stand in the sources.
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

module.exports = () => {
  const root = join(__dirname, '..', '..');
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], {
    cwd: root,
    // Jest says `test`, with which React would be built as for development, and stay so.
    env: { ...process.env, NODE_ENV: 'production' },
  });
};
