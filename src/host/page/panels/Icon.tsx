/** The page's icons, drawn here so that none has to be fetched. */

const PATHS = {
  outbox: "M3 6h18v12H3zM3 7l9 6 9-6",
  documents: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  runs: "M5 4l14 8-14 8z",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2",
  sidebar: "M3 4h18v16H3zM15 4v16",
  undo: "M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3",
  redo: "M16 5l4 4-4 4M20 9H10a6 6 0 0 0 0 12h3",
  filter: "M4 5h16l-6 8v6l-4-2v-4z",
  sortUp: "M6 20V5M3 8l3-3 3 3M12 7h4M12 12h6M12 17h9",
  sortDown: "M6 4v15M3 16l3 3 3-3M12 7h9M12 12h6M12 17h4",
  insert: "M4 5h16v5H4zM12 14v6M9 17h6",
  remove: "M4 5h16v5H4zM9 17h6",
  close: "M6 6l12 12M18 6L6 18",
  down: "M6 9l6 6 6-6",
  back: "M15 5l-7 7 7 7",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c0-4 3.5-6 8-6s8 2 8 6",
} as const;

export type IconName = keyof typeof PATHS;

export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);
