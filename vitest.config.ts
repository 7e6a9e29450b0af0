import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    pool: "threads",
    isolate: false,
    testTimeout: 20_000,
    globalSetup: "./test/build-when-stale.ts",
    reporters: ["default", "./test/closing-line.ts"],
  },
});
