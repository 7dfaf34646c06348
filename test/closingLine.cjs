/**
 * Ends a test run with one plain line, `412 passed, 0 failed`, for people and programs alike. Where build/test.mjs runs
 * jest beside other checks, that gets the counts and ends with such a line after theirs.
 */
module.exports = class ClosingLine {
  onRunComplete(_contexts, results) {
    const passed = results.numPassedTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    if (process.send) return void process.send({ passed, failed, skipped });
    const line = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}\n`;
    // At the very end, after what other reporters still print.
    process.once("exit", () => process.stdout.write(line));
  }
};
