/** What the local programs tell the host about the product, which it does not know. */
import type { Opening } from "../host/workspace/folderWorkspace";

export const TITLE = "Hub Tracker";

export const OPENING: Opening = {
  user: "lead@hub.example",
  marks: { listsTab: "Hub Tracker lists", author: "Hub Tracker" },
};
