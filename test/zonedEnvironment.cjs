/** A Node environment whose clock stands in the zone that the project names; a test itself sees only a copy of the variable. */
/* eslint-disable @typescript-eslint/no-require-imports -- jest loads an environment as CommonJS */
const { setFlagsFromString } = require("node:v8");
const { TestEnvironment } = require("jest-environment-node");

// The built script is evaluated anew at each call and soon forgotten: to optimise its functions as early as in a program
// that goes on for long costs a fifth of the whole. V8 reads this number each time it asks itself.
setFlagsFromString("--interrupt-budget=2000000");

module.exports = class ZonedEnvironment extends TestEnvironment {
  constructor(config, context) {
    process.env.TZ = config.projectConfig.testEnvironmentOptions.zone;
    super(config, context);
  }
};
