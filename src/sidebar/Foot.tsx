/** What the page is doing, what came of it, and the question before text is left that is not saved. */
import { useEffect, useRef } from "preact/hooks";
import type { Question } from "./state";
import { change, now } from "./state";

export function Foot() {
  const { status, question } = now();
  const isWorking = status.kind === "opening" || status.kind === "saving";
  return (
    <footer class={`foot ${status.kind}`} aria-busy={isWorking}>
      <p role="status">{status.kind === "failed" ? "" : status.said}</p>
      <p role="alert">{status.kind === "failed" ? status.said : ""}</p>
      {status.again && (
        <button type="button" onClick={status.again.run}>
          {status.again.label}
        </button>
      )}
      {question && <Asking question={question} />}
    </footer>
  );
}

function Asking({ question: { name, go, from } }: { question: Question }) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (from) keep.current?.focus();
  }, [from]);
  const stay = (): void => {
    change({ question: null });
    from?.focus();
  };
  const leave = (): void => {
    change({ question: null });
    go();
  };
  return (
    <div
      class="asking"
      role="alertdialog"
      aria-label="Unsaved text"
      aria-describedby="asked"
      onKeyDown={({ key }) => key === "Escape" && stay()}
    >
      <p id="asked" role="alert">
        You have unsaved text for {name}.
      </p>
      <button type="button" class="first" ref={keep} onClick={stay}>
        Keep writing
      </button>
      <button type="button" onClick={leave}>
        Leave it
      </button>
    </div>
  );
}
