/**
 * Drive.Permissions: whom a file is shared with. Sharing gives nobody else's script the file, as under
 * `drive.file`.
 */
import { createHash } from "node:crypto";
import { ADDRESS } from "../model/accounts";
import { apply } from "../model/apply";
import { emlOf } from "../services/eml";
import { ApiError } from "../run/errors";
import type { Execution } from "../run/execution";
import type { DriveFile, Operation, Permission } from "../model/model";
import { FULL, needs } from "../run/rights";
import type { Has } from "../run/used";
import { linkOf, permissionJson, selected } from "./answers";
import { copied, optionsOf } from "./metadata";
import { fileOf, keepFile } from "./store";

type Collection = GoogleAppsScript.Drive_v3.Drive.V3.Collection.PermissionsCollection;
type PermissionJson = GoogleAppsScript.Drive_v3.Drive.V3.Schema.Permission;
type PermissionList = GoogleAppsScript.Drive_v3.Drive.V3.Schema.PermissionList;

const ROLES = ["reader", "commenter", "writer"];
const TYPES = ["user", "group", "anyone"];
const FIELDS = "kind,id,type,role";

export const ownerOf = (user: string): Permission => ({
  id: permissionId(user),
  type: "user",
  role: "owner",
  emailAddress: user,
});

/** The same for the same address, in digits, as Google's are. */
const permissionId = (address: string): string =>
  BigInt(`0x${createHash("sha256").update(address.toLowerCase()).digest("hex").slice(0, 16)}`)
    .toString()
    .padStart(20, "0");

export const PERMISSIONS = { create: "o s | o s o", list: "s | s o" };

export class HostPermissions implements Has<Collection, typeof PERMISSIONS> {
  readonly #execution: Execution;

  constructor(execution: Execution) {
    this.#execution = execution;
  }

  create(resource: object, fileId: string, options: object = {}): PermissionJson {
    const method = "drive.permissions.create";
    needs(this.#execution, method, FULL, "drive.file");
    const given = optionsOf(method, options, "sendNotificationEmail", "emailMessage");
    const permission = permissionOf(method, resource);
    const file = fileOf(this.#execution, method, fileId);
    const known = file.permissions.find(({ id }) => id === permission.id);
    // The owner stays the owner, and whoever has a right already gets no second one.
    const kept = known?.role === "owner" ? known : permission;
    const permissions = [...file.permissions.filter(({ id }) => id !== permission.id), kept];
    const { sendNotificationEmail = permission.type !== "anyone", emailMessage } = given;
    if (sendNotificationEmail && permission.emailAddress && !known)
      this.#notify(file, permission.emailAddress, typeof emailMessage === "string" ? emailMessage : "");
    keepFile(this.#execution, { ...file, permissions }, null);
    return selected(method, permissionJson(kept), given["fields"], FIELDS);
  }

  list(fileId: string, options: object = {}): PermissionList {
    const method = "drive.permissions.list";
    needs(this.#execution, method, FULL, "drive.file");
    const given = optionsOf(method, options, "pageSize", "pageToken");
    const { permissions } = fileOf(this.#execution, method, fileId);
    const list = { kind: "drive#permissionList", permissions: permissions.map(permissionJson) };
    return selected(method, list, given["fields"], `kind,nextPageToken,permissions(${FIELDS})`);
  }

  /** Google's own message; it takes nothing from the script's quota of mails. */
  #notify(file: DriveFile, to: string, message: string): void {
    const { workspace, user, now } = this.#execution;
    const text = `${user} has shared a file with you: ${file.name}\n\n${message ? `${message}\n\n` : ""}${linkOf(file)}\n`;
    const mails = workspace.state.mails + 1;
    const messageId = `share.${mails}.${file.id}@${workspace.state.workbookId}.example`;
    const subject = `Document shared with you: "${file.name}"`;
    workspace.putMail(emlOf({ from: user, to, replyTo: user, subject, text, date: now(), messageId }));
    // The message's own number: files that a dead process left may have moved it on.
    const counted: Operation = { op: "state", set: { mails: workspace.state.mails + 1 } };
    apply(workspace.workbook, workspace.state, counted);
    workspace.keep([counted]);
  }
}

function permissionOf(method: string, resource: object): Permission {
  const { type, role, emailAddress, ...other } = copied(resource) as Record<string, unknown>;
  const [unknown] = Object.keys(other);
  if (unknown) throw new Error(`The local host has no ${method} with ${unknown}`);
  if (typeof type !== "string" || !TYPES.includes(type))
    throw new ApiError(method, "The permission type field is required.");
  if (typeof role !== "string" || !ROLES.includes(role))
    throw new ApiError(method, "The permission role field is required.");
  if (type === "anyone") return { id: "anyoneWithLink", type, role };
  if (typeof emailAddress !== "string" || !ADDRESS.test(emailAddress))
    throw new ApiError(
      method,
      "The specified emailAddress is invalid or not applicable for the given permission type.",
    );
  return { id: permissionId(emailAddress), type, role, emailAddress };
}
