/** What the page is doing, what came of it, and the question before text is left that is not saved. */
import { Button } from "../parts/Form";
import type { Question } from "../parts/state";
import { change, now } from "../parts/state";

export function Foot() {
  const { status, question } = now();
  const isWorking = status.kind === "opening" || status.kind === "saving";
  return (
    <footer class={`foot ${status.kind}`} aria-busy={isWorking}>
      <p role="status">{status.kind === "failed" ? "" : status.said}</p>
      <p role="alert">{status.kind === "failed" ? status.said : ""}</p>
      {status.again && <Button label={status.again.label} onClick={status.again.run} />}
      {question && <Asking question={question} />}
    </footer>
  );
}

function Asking({ question: { name, go, from } }: { question: Question }) {
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
      <Button isFirst label="Keep writing" onClick={stay} />
      <Button label="Leave it" onClick={leave} />
    </div>
  );
}
