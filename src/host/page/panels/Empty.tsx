/** An empty panel: what would be here, and what to do next. */
import type { ReactNode } from "react";
import type { IconName } from "./Icon";
import { Icon } from "./Icon";

export const Empty = ({ icon, title, children }: { icon: IconName; title: string; children: ReactNode }) => (
  <div className="empty">
    <Icon name={icon} />
    <h3>{title}</h3>
    <p>{children}</p>
  </div>
);
