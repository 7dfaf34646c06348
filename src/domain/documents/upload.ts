/** A .docx that a provider sent, as it comes from the dialog: base 64, of a size that every host takes. */

/** The local host takes 4 MB a call, and base 64 makes four bytes of three. */
export const MOST_BYTES = 2.5 * 1024 * 1024;
export const MOST_SAID = "2.5 MB";
const MOST_LETTERS = Math.ceil((MOST_BYTES * 4) / 3) + 4;

/** Every zip, and so every .docx, begins with PK, 3, 4: in base 64 these letters. */
const ZIP = "UEsDB";
/** Word's old format, and whatever is locked with a password. */
const OLD_WORD = "0M8R4KGx";

/** Why it is not taken, in a sentence; null where it may be tried. */
export function whyNoDocx(base64: string): string | null {
  if (base64 === "") return "Choose a file first.";
  if (base64.length > MOST_LETTERS)
    return `The file is larger than ${MOST_SAID}. Make its pictures smaller, and upload it again.`;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return "The file did not arrive complete. Upload it again.";
  if (base64.startsWith(OLD_WORD))
    return "It is protected with a password, or it is in Word's old format (.doc). Save it as a plain .docx.";
  return base64.startsWith(ZIP) ? null : "It is not a .docx file. Save it as .docx and upload that.";
}

/** The same of what is in the file: `names` holds, among other things, the names of its parts. */
export function whyNoTemplate(names: string): string | null {
  if (/vbaProject|vbaData|macroEnabled/i.test(names))
    return "It contains macros. Save it as a .docx without macros.";
  return names.includes("word/") ? null : "It is not a .docx file. Save it as .docx and upload that.";
}
