import { defineConfig } from 'vitest/config';

export default defineConfig({
  // graphql 16 has no exports map: without this, our code and the packages would load two copies of it.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
