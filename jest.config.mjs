/**
 * Tests run as TypeScript through esbuild; a few libraries that are ES modules only go the same way. All run in London's
 * time, the domain's a second and a third time at the ends of the world, because days must not depend on where a run is.
 */
const inZone = (zone, folder) => ({
  displayName: zone.split("/").pop(),
  testEnvironment: "<rootDir>/test/zonedEnvironment.cjs",
  testEnvironmentOptions: { zone },
  testMatch: [`<rootDir>/${folder}/**/*.test.ts`],
  transform: { "\\.(ts|mjs)$": "<rootDir>/test/esbuildTransform.cjs" },
  transformIgnorePatterns: ["/node_modules/(?!(hucre|mimetext|js-base64|postal-mime)/)"],
  moduleFileExtensions: ["ts", "mjs", "js", "cjs", "json"],
});

export default {
  projects: [
    inZone("Europe/London", "test"),
    inZone("Pacific/Auckland", "test/domain"),
    inZone("America/Los_Angeles", "test/domain"),
  ],
  reporters: ["default", "<rootDir>/test/closingLine.cjs"],
};
