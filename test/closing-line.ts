import type { Reporter, TestModule } from "vitest/node";

/** Says in one plain last line how it went, for programs that read logs. A test that was skipped has not passed. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const unloaded = modules.filter((module) => module.errors().length > 0).length;
    const of = (wanted: string) => states.filter((state) => state === wanted).length;
    const skipped = states.length - of("passed") - of("failed");
    if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
    process.stdout.write(`${of("passed")} passed, ${of("failed") + unloaded + unhandled.length} failed\n`);
  }
}
