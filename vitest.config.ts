import { defineConfig } from 'vitest/config'

const patience = { testTimeout: 180_000, hookTimeout: 300_000 }
/** The files of one worker share what they import, which takes as long as their tests: no module keeps what another file could trip over. */
const together = { isolate: false }
const database = { globalSetup: ['test/harness/postgres.ts'] }

/**
 * A test that uses the database is named `*.site.test.ts` (or lies in test/site, test/engine), so that it runs on both PostgreSQLs.
 * `rules` needs nothing; `site` runs on a real PostgreSQL; `browser` drives a real Chromium besides.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'rules',
          include: ['src/{kernel,formats,ui,features,app/web}/**/*.test.ts', 'test/*.test.ts'],
          exclude: ['**/*.site.test.ts', 'test/permissions.test.ts'],
          ...together,
          ...patience,
        },
      },
      {
        test: {
          name: 'site',
          include: [
            'src/**/*.site.test.ts',
            'src/engine/**/*.test.ts',
            'test/{engine,site}/**/*.test.ts',
            'test/permissions.test.ts',
            'test/permissions/**/*.test.ts',
          ],
          ...together,
          ...database,
          ...patience,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          ...database,
          ...patience,
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
