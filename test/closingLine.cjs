/** Ends a test run with one plain line, `412 passed, 0 failed`, for people and programs alike. */
module.exports = class ClosingLine {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}\n`;
    // At the very end, after what other reporters still print.
    process.once("exit", () => process.stdout.write(line));
  }
};
