/** List of all fields: a Google Doc that says what every tag means, made again each time it is asked for. */
import { fieldsRequests } from "../../domain/reports/says/fieldsDocument";
import { LEADS } from "../../domain/hub/rights";
import { blankDocument, changeDocument } from "../../google/documents";
import type { Answer } from "../run/job";
import { runByPerson } from "../run/job";
import { templatesNow } from "./reportTemplates";

const NAME = "Hub Tracker: all fields";

export const fieldsDocument = (): Answer =>
  runByPerson(LEADS, (run) => {
    const id = blankDocument(NAME);
    changeDocument(id, fieldsRequests());
    return {
      said: `The Google Doc "${NAME}" has been made: docs.google.com/document/d/${id}`,
      page: templatesNow(run),
    };
  });
