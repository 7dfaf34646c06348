/** What to ask before a contact's new address is confirmed: is it really this provider's? */
import type { Contact, Provider } from "../tables/people";

const domainOf = (address: string): string => address.slice(address.indexOf("@") + 1).toLowerCase();
/** `@ashby.example` is meant for `ashby.example`. */
const domainsOf = (provider: Provider): string[] =>
  provider.domains
    .toLowerCase()
    .split(/[\s,;@]+/)
    .filter(Boolean);
const isWithin = (domain: string, own: string): boolean => domain === own || domain.endsWith(`.${own}`);

/** Whether two texts differ by one letter changed, added, left out or swapped with its neighbour. */
export function nearlyEqual(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (x.length <= 1 && y.length <= 1) || (x.length === 2 && y === `${x[1]}${x[0]}`);
}

/** In sentences, the most alarming first; none where the address is one of the provider's own domains. */
export function questionsAbout(contact: Contact, providers: readonly Provider[]): string[] {
  const domain = domainOf(contact.email);
  const own = providers.find((p) => p.id === contact.provider);
  const others = providers.filter((p) => p.id !== contact.provider);
  if (own && domainsOf(own).some((d) => isWithin(domain, d))) return [];
  const theirs = others.find((p) => domainsOf(p).some((d) => isWithin(domain, d)));
  if (theirs) return [`${domain} belongs to another provider: ${theirs.name}.`];
  const near = [...(own ? [own] : []), ...others].find((p) =>
    domainsOf(p).some((d) => nearlyEqual(domain, d)),
  );
  return [
    ...(near ? [`${domain} is almost, but not quite, a domain of ${near.name}.`] : []),
    own && domainsOf(own).length > 0
      ? `${domain} is not one of ${own.name}'s domains (${domainsOf(own).join(", ")}).`
      : "No email domains are entered for this provider, so the address cannot be checked against them.",
  ];
}
