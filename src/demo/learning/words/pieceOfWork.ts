/**
 * A piece of work that staff give feedback on: what it was judged by, two ways it went well, each with what
 * comes next.
 */
import type { Subject } from "../../../domain/words/choices";

export interface PieceOfWork {
  subject: Subject;
  piece: string;
  objective: string;
  criteria: string;
  /** Each with what comes next. */
  said: readonly (readonly [howWell: string, whatNext: string])[];
  response: string;
}
