/** The documents that were made: their list, a preview, and saving them as .docx or PDF. */
import { useEffect, useRef, useState } from "react";
import { readDocument, saveDocument } from "../actions";
import { say, usePage } from "../store";
import { longInstant } from "../times";
import { Empty } from "./Empty";
import { Icon } from "./Icon";

export function Documents() {
  const documents = usePage((state) => state.documents);
  const [open, setOpen] = useState<string | null>(null);
  if (open !== null) return <Preview name={open} back={() => setOpen(null)} />;
  if (documents === null) return <p className="hint">Reading the documents …</p>;
  if (documents.length === 0)
    return (
      <Empty icon="documents" title="No documents yet">
        Reports, templates and packs from the add-on appear here. They are ordinary .docx files in the
        workspace’s drive folder. Put a .docx file there to see how it looks.
      </Empty>
    );
  return (
    <ul className="lines">
      {documents.map(({ name, bytes, changed }) => (
        <li key={name}>
          <button className="line" onClick={() => setOpen(name)}>
            <span className="line-title">{name}</span>
            <span className="line-more">
              {Math.ceil(bytes / 1024)} KB, {longInstant(changed)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Preview({ name, back }: { name: string; back: () => void }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [making, setMaking] = useState(false);
  useEffect(() => void show(name, frame.current), [name]);
  const save = async (as: "docx" | "pdf"): Promise<void> => {
    setMaking(true);
    await saveDocument(name, as);
    setMaking(false);
  };
  return (
    <article className="reader">
      <button className="quiet" onClick={back}>
        <Icon name="back" /> All documents
      </button>
      <h3>{name}</h3>
      <div className="row">
        <button onClick={() => void save("docx")}>Save as .docx</button>
        <button disabled={making} onClick={() => void save("pdf")}>
          {making ? "Making it …" : "Save as PDF"}
        </button>
      </div>
      {/* Without scripts; same-origin only so that the preview can be drawn into it. */}
      <iframe ref={frame} className="mail" title={`Preview of ${name}`} sandbox="allow-same-origin" />
    </article>
  );
}

async function show(name: string, frame: HTMLIFrameElement | null): Promise<void> {
  const bytes = await readDocument(name);
  const body = frame?.contentDocument?.body;
  if (!bytes || !body) return;
  const { renderAsync } = await import("docx-preview");
  try {
    await renderAsync(bytes, body, body, {
      breakPages: true,
      inWrapper: false,
      ignoreLastRenderedPageBreak: false,
    });
    // The whole width of the paper is seen, however narrow the panel is.
    const paper = body.querySelector("section")?.offsetWidth ?? 0;
    if (paper > 0) body.style.zoom = String(Math.min(1, body.clientWidth / paper));
  } catch {
    say(`${name} cannot be previewed. Save it and open it in a word processor.`, "refused");
  }
}
