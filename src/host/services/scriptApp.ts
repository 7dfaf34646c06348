/** ScriptApp: clock triggers, seen only by who made them, and what the run is authorised to do. */
import { randomUUID } from "node:crypto";
import { mismatch, unwrap } from "../run/calls";
import type { EnumValue } from "../run/enums";
import { enumeration } from "../run/enums";
import { Exception } from "../run/errors";
import type { Execution } from "../run/execution";
import type { ClockTrigger } from "../model/model";
import {
  AUTHORIZATION_INFO,
  AuthMode,
  AuthorizationStatus,
  HostAuthorizationInfo,
} from "./authorizationInfo";
import { FULL, needs } from "../run/rights";
import type { Service } from "../run/service";
import type { Has } from "../run/used";

const SCRIPT_APP = {
  deleteTrigger: "f",
  getAuthorizationInfo: "f | f a",
  getProjectTriggers: "",
  getUserTriggers: "f",
  newTrigger: "s",
};
const TRIGGER = {
  getEventType: "",
  getHandlerFunction: "",
  getTriggerSource: "",
  getTriggerSourceId: "",
  getUniqueId: "",
};
const TRIGGER_BUILDER = { timeBased: "" };
const CLOCK_TRIGGER_BUILDER = { create: "", everyHours: "n" };

const EventType = enumeration<
  "CLOCK" | "ON_OPEN" | "ON_EDIT" | "ON_FORM_SUBMIT" | "ON_CHANGE" | "ON_EVENT_UPDATED"
>("CLOCK ON_OPEN ON_EDIT ON_FORM_SUBMIT ON_CHANGE ON_EVENT_UPDATED");
const TriggerSource = enumeration<"SPREADSHEETS" | "CLOCK" | "FORMS" | "DOCUMENTS" | "CALENDAR">(
  "SPREADSHEETS CLOCK FORMS DOCUMENTS CALENDAR",
);

const MAX_TRIGGERS = 20;

declare module "../run/used" {
  interface Hosts {
    Trigger: [GoogleAppsScript.Script.Trigger, HostTrigger];
    ClockTriggerBuilder: [GoogleAppsScript.Script.ClockTriggerBuilder, HostClockTriggerBuilder];
  }
}

class HostTrigger implements Has<
  GoogleAppsScript.Script.Trigger,
  typeof TRIGGER,
  "getEventType" | "getTriggerSource"
> {
  readonly #model: ClockTrigger;

  constructor(model: ClockTrigger) {
    this.#model = model;
  }

  getUniqueId = (): string => this.#model.id;
  getHandlerFunction = (): string => this.#model.handler;
  getEventType = (): EnumValue => EventType.CLOCK;
  getTriggerSource = (): EnumValue => TriggerSource.CLOCK;
  /** A clock is nothing that has an id; Google gives null. */
  getTriggerSourceId = (): string => null as unknown as string;
}

class HostClockTriggerBuilder implements Has<
  GoogleAppsScript.Script.ClockTriggerBuilder,
  typeof CLOCK_TRIGGER_BUILDER
> {
  readonly #execution: Execution;
  readonly #handler: string;
  #everyHours: number | null = null;

  constructor(execution: Execution, handler: string) {
    this.#execution = execution;
    this.#handler = handler;
  }

  everyHours(n: number): this {
    if (!(n >= 1))
      throw new Exception("The recurrence interval for an Add-on trigger must be at least one hour.");
    this.#everyHours = n;
    return this;
  }

  create(): HostTrigger {
    const { state } = this.#execution.workspace;
    if (this.#everyHours === null) throw new Exception("The trigger has no schedule: call everyHours first.");
    if (triggersOf(this.#execution).length >= MAX_TRIGGERS)
      throw new Exception(
        "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
      );
    const made: ClockTrigger = {
      id: randomUUID(),
      handler: this.#handler,
      owner: this.#execution.user,
      everyHours: this.#everyHours,
    };
    this.#execution.change({ op: "state", set: { triggers: [...state.triggers, made] } });
    return this.#execution.wrap("Trigger", new HostTrigger(made));
  }
}

const triggersOf = (execution: Execution): ClockTrigger[] =>
  execution.workspace.state.triggers.filter((t) => t.owner === execution.user);

function made(execution: Execution): object {
  const allowed = (what: string) => needs(execution, `ScriptApp.${what}`, FULL, "script.scriptapp");
  const mine = () => triggersOf(execution).map((model) => execution.wrap("Trigger", new HostTrigger(model)));

  return execution.wrap("ScriptApp", {
    AuthMode,
    AuthorizationStatus,
    EventType,
    TriggerSource,
    getProjectTriggers() {
      allowed("getProjectTriggers");
      return mine();
    },
    getUserTriggers() {
      allowed("getUserTriggers");
      return mine();
    },
    deleteTrigger(held: HostTrigger) {
      allowed("deleteTrigger");
      const trigger = unwrap(held);
      if (!(trigger instanceof HostTrigger)) throw mismatch("ScriptApp.deleteTrigger", held);
      const { triggers } = execution.workspace.state;
      const left = triggers.filter((t) => t.id !== trigger.getUniqueId());
      execution.change({ op: "state", set: { triggers: left } });
    },
    newTrigger(handler: string) {
      allowed("newTrigger");
      const clock = () =>
        execution.wrap("ClockTriggerBuilder", new HostClockTriggerBuilder(execution, handler));
      return execution.wrap("TriggerBuilder", { timeBased: clock });
    },
    getAuthorizationInfo: (authMode: EnumValue, scopes?: readonly string[]) =>
      execution.wrap("AuthorizationInfo", new HostAuthorizationInfo(execution, authMode, scopes ?? null)),
  });
}

export const scriptApp: Service = {
  name: "ScriptApp",
  objects: {
    ScriptApp: { methods: SCRIPT_APP },
    Trigger: { methods: TRIGGER },
    TriggerBuilder: { methods: TRIGGER_BUILDER },
    ClockTriggerBuilder: { methods: CLOCK_TRIGGER_BUILDER },
    AuthorizationInfo: { methods: AUTHORIZATION_INFO },
  },
  make: made,
};
