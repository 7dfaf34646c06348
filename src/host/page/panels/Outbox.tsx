/**
 * The emails that were sent: their list, and one of them as its reader, its plain text or its source shows
 * it.
 */
import { useEffect, useState } from "react";
import type { Mail } from "../../server/protocol";
import { readMail, saveAttached } from "../actions";
import { usePage } from "../store";
import { longInstant } from "../times";
import { Empty } from "./Empty";
import { Icon } from "./Icon";
import { Choice } from "./Choice";

export function Outbox() {
  const mails = usePage((state) => state.mails);
  const [open, setOpen] = useState<string | null>(null);
  if (open !== null) return <Message name={open} back={() => setOpen(null)} />;
  if (mails === null) return <p className="hint">Reading the outbox …</p>;
  if (mails.length === 0)
    return (
      <Empty icon="outbox" title="Nothing has been sent yet">
        Move the clock on, or choose something from the add-on’s menu. Every email that the add-on sends
        appears here. Nothing leaves this computer.
      </Empty>
    );
  return (
    <ul className="lines">
      {mails.map(({ name, to, subject, date }) => (
        <li key={name}>
          <button className="line" onClick={() => setOpen(name)}>
            <span className="line-title">{subject}</span>
            <span className="line-more">{to}</span>
            <span className="line-more">{date ? longInstant(date) : "no date"}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const VIEWS = [
  ["html", "Email"],
  ["text", "Plain text"],
  ["source", "Source"],
] as const;

function Message({ name, back }: { name: string; back: () => void }) {
  const [mail, setMail] = useState<Mail | null>(null);
  const [view, setView] = useState<(typeof VIEWS)[number][0]>("html");
  useEffect(() => void readMail(name).then(setMail), [name]);
  return (
    <article className="reader">
      <button className="quiet" onClick={back}>
        <Icon name="back" /> All messages
      </button>
      {mail && (
        <>
          <h3>{mail.subject}</h3>
          <dl className="facts">
            <dt>To</dt>
            <dd>{mail.to}</dd>
            <dt>From</dt>
            <dd>{mail.from}</dd>
            {mail.replyTo && (
              <>
                <dt>Reply to</dt>
                <dd>{mail.replyTo}</dd>
              </>
            )}
            <dt>Sent</dt>
            <dd>{mail.date ? longInstant(mail.date) : "no date"}</dd>
            <dt>File</dt>
            <dd>outbox/{mail.name}</dd>
            {mail.attachments.length > 0 && <dt>Attached</dt>}
            {mail.attachments.map((attached) => (
              <dd key={attached.name}>
                <button className="quiet" title="Save it" onClick={() => saveAttached(attached)}>
                  {attached.name}
                </button>
              </dd>
            ))}
          </dl>
          <Choice label="Show as" options={VIEWS} chosen={view} choose={setView} />
          <Body mail={mail} view={view} />
        </>
      )}
    </article>
  );
}

function Body({ mail, view }: { mail: Mail; view: "html" | "text" | "source" }) {
  if (view === "html" && mail.html !== null)
    // An empty sandbox: no scripts, no forms, no way out.
    return <iframe className="mail" title={`Email: ${mail.subject}`} sandbox="" srcDoc={mail.html} />;
  const text = view === "source" ? mail.source : mail.text;
  return (
    <pre className="mail" tabIndex={0} aria-label={view === "source" ? "Source" : "Plain text"}>
      {text}
    </pre>
  );
}
