/** A Node environment whose clock stands in the zone that the project names; a test itself sees only a copy of the variable. */
/* eslint-disable @typescript-eslint/no-require-imports -- jest loads an environment as CommonJS */
const { setFlagsFromString } = require("node:v8");
const { TestEnvironment } = require("jest-environment-node");

/**
 * V8 optimises a function after so much work in it. Journeys and fault sweeps evaluate the built script anew at each
 * call and soon forget it: to optimise as early as in a program that goes on for long costs a fifth of their time.
 */
const BUDGET = 67_584; // V8's own number in Node 20
const LATER = 2_000_000;
const isShortLived = (path) => /[\\/]test[\\/](journeys|programs[\\/]faults)[\\/]/.test(path);

module.exports = class ZonedEnvironment extends TestEnvironment {
  constructor(config, context) {
    setFlagsFromString(`--interrupt-budget=${isShortLived(context.testPath) ? LATER : BUDGET}`);
    process.env.TZ = config.projectConfig.testEnvironmentOptions.zone;
    super(config, context);
  }
};
