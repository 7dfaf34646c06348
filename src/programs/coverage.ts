/**
 * `npm run coverage`: how much of Google's services the local host has, and what the add-on calls that it
 * lacks.
 */
import { coverageIn } from "./membersIn";

const { services, lacking } = coverageIn(["src/host/host.ts", "src/main.ts"]);

const columns = (name: string, ...numbers: (string | number)[]): string =>
  name.padEnd(28) + numbers.map((n) => String(n).padStart(12)).join("");

console.log(columns("Service", "host", "Google", "deprecated"));
for (const { name, has, google, deprecated } of services)
  console.log(columns(name, has.length, google.length, deprecated.length));
const sum = (of: "has" | "google" | "deprecated") =>
  services.reduce((n, service) => n + service[of].length, 0);
console.log(columns("All of these", sum("has"), sum("google"), sum("deprecated")));

if (lacking.length === 0) console.log("\nThe add-on calls nothing that the host lacks.");
else console.error(`\nThe add-on calls what the host lacks: ${lacking.join(", ")}.`);
process.exitCode = lacking.length === 0 ? 0 : 1;
