// Before tests that run the app: the app they run is the one that stands in src/.
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

module.exports = () => {
  const root = join(__dirname, '..', '..');
  execFileSync(process.execPath, [join(root, 'scripts', 'build-app.mjs')], { cwd: root });
};
