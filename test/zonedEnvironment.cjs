/** A Node environment whose clock stands in the zone that the project names; a test itself sees only a copy of the variable. */
/* eslint-disable @typescript-eslint/no-require-imports -- jest loads an environment as CommonJS */
const { TestEnvironment } = require("jest-environment-node");

module.exports = class ZonedEnvironment extends TestEnvironment {
  constructor(config, context) {
    process.env.TZ = config.projectConfig.testEnvironmentOptions.zone;
    super(config, context);
  }
};
