/**
 * Dialogs, pages whose buttons call one of the add-on's functions and show what it answers; and the sidebar.
 */
const STYLE = `
  body{margin:0;font:14px/1.5 Arial,Helvetica,sans-serif;color:#1d2329}
  main{padding:8px 12px 12px}
  h2{font-size:15px;margin:18px 0 6px}h2:first-child{margin-top:0}
  p{margin:6px 0}ul{margin:6px 0;padding-left:20px}
  table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:6px 8px;border-bottom:1px solid #d5dbe1}
  th{color:#55606b;font-weight:normal}
  button{font:inherit;padding:5px 14px;border:1px solid #1f3a5f;border-radius:4px;background:#fff;color:#1f3a5f;cursor:pointer;margin:2px 6px 2px 0}
  button.first{background:#1f3a5f;color:#fff}button:disabled{opacity:.5;cursor:default}
  button:focus-visible,summary:focus-visible{outline:3px solid #e0a020;outline-offset:1px}
  label{display:block;margin:8px 0}input,select,textarea{font:inherit;width:100%;box-sizing:border-box;padding:4px}
  summary{cursor:pointer;color:#1f3a5f}
  pre{white-space:pre-wrap;font:13px/1.45 Consolas,monospace;background:#f4f6f8;padding:10px;border-radius:4px;margin:6px 0}
  .soft{color:#55606b}.warn{background:#fff3d6;border-left:4px solid #e0a020;padding:6px 10px}
  footer{position:sticky;bottom:0;display:flex;gap:12px;align-items:center;padding:8px 12px;background:#fff;border-top:1px solid #d5dbe1}#said{flex:1;margin:0;min-height:21px}
`;

// Google strips what follows two slashes inside template literals, so the page's script has neither.
const SCRIPT = [
  "(function () {",
  "  var page = document.getElementById('page'), said = document.getElementById('said');",
  "  function able(yes) { page.querySelectorAll('button').forEach(function (b) { b.disabled = !yes; }); }",
  "  function answer(report) { said.textContent = report.said; if (report.page) page.innerHTML = report.page; else able(true); if (page.querySelector('[data-top]')) scrollTo(0, 0); var next = page.querySelector('button.next'); if (next) next.click(); }",
  "  function fail(error) { said.textContent = error.message + ' Nothing was changed. If this keeps happening, close the dialog and try again. If you use several Google accounts at once, sign out of the others.'; able(true); }",
  "  var close = function () { google.script.host.close(); };",
  "  document.getElementById('close').addEventListener('click', close);",
  "  document.addEventListener('keydown', function (event) { if (event.key === 'Escape') close(); });",
  // Enter in a form's only text field submits it, and Google's frame would go blank.
  "  page.addEventListener('submit', function (event) { event.preventDefault(); var first = event.target.querySelector('button[data-call]'); if (first) first.click(); });",
  "  page.addEventListener('click', function (event) {",
  "    var button = event.target.closest('button[data-call]');",
  "    if (!button) return;",
  "    var args = JSON.parse(button.dataset.args || '[]'), form = button.closest('form'), input = form && form.querySelector('input[type=file]'), file = input && input.files[0];",
  "    if (form) args.push(Object.fromEntries(new FormData(form)));",
  "    if (file && file.size > Number(input.dataset.most)) { said.textContent = 'The file is larger than ' + input.dataset.said + '.'; return; }",
  "    able(false); said.textContent = 'Working ...';",
  "    var run = google.script.run.withSuccessHandler(answer).withFailureHandler(fail);",
  "    var call = function () { run[button.dataset.call].apply(run, args); };",
  "    if (!file) { call(); return; }",
  // A file goes as base 64, the last argument; its input has no name, so that the form's fields are texts
  // alone.
  "    var reader = new FileReader();",
  "    reader.onload = function () { args.push(String(reader.result).split(',')[1] || ''); call(); };",
  "    reader.onerror = function () { fail(new Error('The file could not be read.')); };",
  "    reader.readAsDataURL(file);",
  "  });",
  "})();",
].join("\n");

/** `page` is HTML that is safe to show. */
export function showDialog(title: string, page: string): void {
  const whole = [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><style>',
    STYLE,
    '</style></head><body><main id="page">',
    page,
    '</main><footer><p id="said" role="status"></p><button type="button" id="close">Close</button></footer><script>',
    SCRIPT,
    "</script></body></html>",
  ].join("");
  const output = HtmlService.createHtmlOutput(whole).setWidth(760).setHeight(560);
  SpreadsheetApp.getUi().showModalDialog(output, title);
}

/** The sidebar: a page of the script's own, which calls the add-on by itself. */
export function showSidebar(file: string, title: string): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(file).setTitle(title));
}

/** A line that goes by itself, at the corner of the sheet. */
export const toast = (workbook: GoogleAppsScript.Spreadsheet.Spreadsheet, said: string): void =>
  workbook.toast(said, "Hub Tracker", 12);
