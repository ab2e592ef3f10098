// A half-hour zone: a machine in UTC hides time-zone bugs.
process.env.TZ = 'Asia/Kolkata';

const project = (name, extra = {}) => ({
  displayName: name,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json' }] },
  restoreMocks: true,
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.cjs'],
  ...extra,
});

module.exports = {
  projects: [
    project('unit'),
    project('contract'),
    project('sandbox', { globalSetup: '<rootDir>/test/support/build-app.cjs' }),
    project('browser', { globalSetup: '<rootDir>/test/browser/build-all.cjs' }),
  ],
  // What files leave behind is collected again and again: a worker with much of it begins anew.
  workerIdleMemoryLimit: '512MB',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
};
