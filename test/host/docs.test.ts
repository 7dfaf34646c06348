import { createHost } from "../../src/host/host";
import { memoryWorkspace } from "../../src/host/memoryWorkspace";

const DOCUMENT = "application/vnd.google-apps.document";

test("a document is made, filled and read", () => {
  const workspace = memoryWorkspace();
  const { Drive, Docs } = createHost(workspace, {
    bundle: "build/out/google",
    now: "2026-11-20T16:40",
  }).globals;
  const { id } = Drive.Files.create({ name: "Report", mimeType: DOCUMENT });
  Docs.Documents.batchUpdate({ requests: [{ insertText: { location: { index: 1 }, text: "Hello" } }] }, id);
  const { elements } = Docs.Documents.get(id).body.content[1].paragraph;
  expect(elements[0].textRun.content).toBe("Hello\n");
  expect([...workspace.files.keys()]).toEqual(["Report.docx"]);
});
