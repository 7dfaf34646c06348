/**
 * Tests run as TypeScript through esbuild; a few libraries that are ES modules only go the same way. All run in London's
 * time, those of days a second and a third time at the ends of
 * the world, because days must not depend on where a run is.
 */
const inZone = (zone, files) => ({
  displayName: zone.split("/").pop(),
  testEnvironment: "<rootDir>/test/zonedEnvironment.cjs",
  testEnvironmentOptions: { zone },
  testMatch: files.map((name) => `<rootDir>/test/${name}.test.ts`),
  transform: { "\\.(ts|mjs)$": "<rootDir>/test/esbuildTransform.cjs" },
  transformIgnorePatterns: ["/node_modules/(?!(hucre|mimetext|js-base64|postal-mime)/)"],
  moduleFileExtensions: ["ts", "mjs", "js", "cjs", "json"],
});

/** Where days are computed: the only file of the domain that makes a Date is words/days.ts, which rooms.test.ts looks at. */
const ofDays = ["words/days", "words/zones", "hub/calendar"].map((name) => `domain/${name}`);

export default {
  // By itself jest leaves one core idle, which on two cores is half of them. More than 100% is taken for a number of workers.
  maxWorkers: "100%",
  // On busy cores a worker may need longer to end than the half second jest gives it; --detectOpenHandles finds nothing open.
  workerGracefulExitTimeout: 5_000,
  // A test that hangs must end some time; how long one takes on busy cores says nothing.
  testTimeout: 120_000,
  globalSetup: "<rootDir>/test/globalSetup.cjs",
  projects: [
    inZone("Europe/London", ["**/*"]),
    inZone("Pacific/Auckland", ofDays),
    inZone("America/Los_Angeles", ofDays),
  ],
  reporters: ["default", "<rootDir>/test/closingLine.cjs"],
};
