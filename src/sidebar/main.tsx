/** The sidebar's page: begins with the selected row's pupil, and looks again whenever somebody comes back to it. */
import { render } from "preact";
import { look, openSelected } from "./actions";
import { App } from "./App";
import { drawWith } from "./state";

const root = document.getElementById("root");
if (root) drawWith(() => render(<App />, root));
openSelected();
addEventListener("focus", () => void look());
