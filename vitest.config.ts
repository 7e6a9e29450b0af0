import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    pool: "threads",
    // Much of the time a test waits for a program that it started.
    maxWorkers: 3,
    isolate: false,
    testTimeout: 60_000,
    globalSetup: "./test/build-when-stale.ts",
    reporters: ["default", "./test/closing-line.ts"],
  },
});
