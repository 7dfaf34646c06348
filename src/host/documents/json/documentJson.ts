/** The whole answer of Docs.Documents.get, with or without tabs. */
import { listsOf } from "./lists";
import type { Live, Segment } from "./live";
import { blocksIn, TAB } from "./live";
import { headersOf } from "./sections";
import { namedStylesOf, styleBook } from "./styles";
import { fromTwips } from "../xml/units";
import type { Json, Walk } from "./walk";
import { contentOf, walkOf } from "./walk";
import type { Element } from "../xml/xml";
import { attribute, childOf, isElement } from "../xml/xml";

export interface Head {
  documentId: string;
  title: string;
  revisionId: string;
}

export function documentJson(live: Live, head: Head, includeTabs: boolean): Json {
  const content = contentJson(live);
  const common = { documentId: head.documentId, title: head.title, revisionId: head.revisionId };
  const suggestionsViewMode = "SUGGESTIONS_INLINE";
  if (!includeTabs) return { ...common, suggestionsViewMode, ...content };
  const tabProperties = { tabId: TAB, title: "Tab 1", index: 0 };
  return { ...common, suggestionsViewMode, tabs: [{ tabProperties, documentTab: content }] };
}

function contentJson(live: Live): Json {
  const walk = walkOf(live, styleBook(live));
  const of = (segment: Segment): Json[] => contentOf(walk, blocksIn(live, segment));
  const all = (kind: Segment["kind"]): Json =>
    Object.fromEntries(
      [...live.segments.values()]
        .filter((segment) => segment.kind === kind)
        .map((segment) => [segment.id, { [`${kind}Id`]: segment.id, content: of(segment) }]),
    );
  const body = live.segments.get("");
  const parts = {
    body: { content: body ? of(body) : [] },
    headers: all("header"),
    footers: all("footer"),
    footnotes: all("footnote"),
  };
  const maps = {
    ...parts,
    lists: listsOf(walk),
    inlineObjects: walk.inline,
    positionedObjects: walk.positioned,
  };
  const full = Object.entries(maps).filter(([name, map]) => name === "body" || Object.keys(map).length > 0);
  return {
    ...Object.fromEntries(full),
    documentStyle: documentStyleOf(walk),
    namedStyles: namedStylesOf(live),
  };
}

/** Of the first section, as Google has it; the pages of later ones may differ. */
function documentStyleOf(walk: Walk): Json {
  const body = walk.live.segments.get("");
  const first = body && blocksIn(walk.live, body)[0];
  const section = first?.kind === "section" ? first.properties : null;
  const [page, margins] = ["pgSz", "pgMar"].map((name) => section && childOf(section, name)) as [
    Element | null,
    Element | null,
  ];
  const size = (name: string) => fromTwips(attribute(page, name) ?? "0");
  const margin = (name: string) => fromTwips(attribute(margins, name) ?? "1440");
  return {
    ...headersOf(walk, section),
    ...(page && { pageSize: { width: size("w"), height: size("h") } }),
    marginTop: margin("top"),
    marginBottom: margin("bottom"),
    marginLeft: margin("left"),
    marginRight: margin("right"),
    ...(isElement(section) && childOf(section, "titlePg") && { useFirstPageHeaderFooter: true }),
  };
}
