/** TypeScript and ES modules for jest, through esbuild. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- jest loads a transform as CommonJS
const { transformSync } = require("esbuild");

module.exports = {
  process(text, file) {
    const loader = file.endsWith(".ts") ? "ts" : "js";
    const { code } = transformSync(text, {
      loader,
      format: "cjs",
      target: "node20",
      sourcefile: file,
      sourcemap: "inline",
    });
    return { code };
  },
};
