/**
 * What a service says of itself, once and in its own file: from it come its checks, its place in Google's
 * messages and its global.
 */
import type { KnownObject, Methods } from "./arguments";
import type { Execution } from "./execution";

/** A kind of object that scripts hold, by the name it is wrapped under. */
export interface ServiceObject {
  methods: Methods;
  /**
   * What Google's messages write before its name; by default the service's own name, none before the service
   * itself.
   */
  home?: string;
}

export interface Service {
  /** The global under which scripts find it. */
  name: string;
  objects: Readonly<Record<string, ServiceObject>>;
  make: (execution: Execution) => object;
  /** What Google does of itself at the end of a run. */
  atEnd?: (execution: Execution) => void;
  /** Scripts have an advanced service only where their manifest enables it. */
  advanced?: { serviceId: string; version: string };
}

/** The objects of all services, by the name they are wrapped under. */
export const objectsOf = (services: readonly Service[]): ReadonlyMap<string, KnownObject> =>
  new Map(
    services.flatMap((service) =>
      Object.entries(service.objects).map(([name, { methods, home }]) => {
        const before = home ?? (name === service.name ? "" : `${service.name}.`);
        return [name, { methods, fullName: before + name }] as const;
      }),
    ),
  );
