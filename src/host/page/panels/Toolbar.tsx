/** The few tools that a tracker needs beside typing. */
import { theGrid } from "../gridAccess";
import type { GridTool } from "../grid/tools";
import type { IconName } from "./Icon";
import { Icon } from "./Icon";

const TOOLS: (readonly [tool: GridTool, icon: IconName, label: string] | null)[] = [
  ["undo", "undo", "Undo (Ctrl+Z)"],
  ["redo", "redo", "Redo (Ctrl+Y)"],
  null,
  ["sortUp", "sortUp", "Sort the tab by this column, A to Z"],
  ["sortDown", "sortDown", "Sort the tab by this column, Z to A"],
  ["filter", "filter", "Filter on or off"],
  null,
  ["insertAbove", "insert", "Insert a row above"],
  ["removeRows", "remove", "Delete the selected rows"],
];

export const Toolbar = ({ ready }: { ready: boolean }) => (
  <div className="tools" role="toolbar" aria-label="Spreadsheet">
    {TOOLS.map((tool, i) =>
      tool ? (
        <button
          key={tool[0]}
          className="tool"
          disabled={!ready}
          title={tool[2]}
          aria-label={tool[2]}
          onClick={() => {
            theGrid()?.use(tool[0]);
            theGrid()?.focus();
          }}
        >
          <Icon name={tool[1]} />
        </button>
      ) : (
        <span key={i} className="rule" />
      ),
    )}
  </div>
);
