/** Tests run as TypeScript through esbuild; a few libraries that are ES modules only go the same way. */
export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  transform: { "\\.(ts|mjs)$": "<rootDir>/test/esbuildTransform.cjs" },
  transformIgnorePatterns: ["/node_modules/(?!(hucre|mimetext|js-base64|postal-mime)/)"],
  moduleFileExtensions: ["ts", "mjs", "js", "cjs", "json"],
  globalSetup: "<rootDir>/test/globalSetup.mjs",
  reporters: ["default", "<rootDir>/test/closingLine.cjs"],
};
