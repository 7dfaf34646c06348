/** What lies over the page: the add-on's dialog, a question, and sentences for the person. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Shown } from "../../server/protocol";
import { focusGrid } from "../gridAccess";
import type { Question } from "../store";
import { change, dismiss, page, usePage } from "../store";
import { Frame } from "./Frame";
import { Icon } from "./Icon";

export function Dialogs() {
  const dialog = usePage((state) => state.dialog);
  const question = usePage((state) => state.question);
  return (
    <>
      {dialog && <AddOnDialog key={dialog.frame} shown={dialog} />}
      {question && <Asked question={question} />}
      <Notices />
    </>
  );
}

const WIDTH = 500;
const HEIGHT = 300;

function AddOnDialog({ shown }: { shown: Shown }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [size, setSize] = useState({ width: shown.width ?? WIDTH, height: shown.height ?? HEIGHT });
  useEffect(() => {
    if (shown.modal) dialog.current?.showModal();
    else dialog.current?.show();
  }, [shown]);
  const close = useCallback(() => {
    // The dialog that this one's call opened stays.
    if (page().dialog?.frame === shown.frame) change({ dialog: null });
    focusGrid();
  }, [shown.frame]);
  const resize = useCallback(
    (wanted: { width?: number; height?: number }) => setSize((known) => ({ ...known, ...wanted })),
    [],
  );
  return (
    <dialog ref={dialog} className="addon-dialog" aria-label={shown.title} onClose={close}>
      <header>
        <h2>{shown.title}</h2>
        <button className="quiet" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div style={size}>
        <Frame shown={shown} close={close} resize={resize} />
      </div>
    </dialog>
  );
}

function Asked({ question: { title, text, yes, answer } }: { question: Question }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="question" aria-label={title} onClose={() => answer(false)}>
      <h2>{title}</h2>
      <p>{text}</p>
      <div className="row end">
        <button onClick={() => answer(false)}>Cancel</button>
        <button className="primary" onClick={() => answer(true)}>
          {yes}
        </button>
      </div>
    </dialog>
  );
}

function Notices() {
  const notices = usePage((state) => state.notices);
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.map(({ id, tone, text }) => (
        <div key={id} className={`notice ${tone}`}>
          <span>{text}</span>
          <button className="quiet" aria-label="Dismiss" onClick={() => dismiss(id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
