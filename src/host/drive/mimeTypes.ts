/** The kinds of files that Drive tells apart here. */
export const DOCUMENT = "application/vnd.google-apps.document";
export const FOLDER = "application/vnd.google-apps.folder";
export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const PDF = "application/pdf";
export const BYTES = "application/octet-stream";
/** Google's own kinds, which have no bytes of their own. */
export const isGoogles = (mimeType: string): boolean => mimeType.startsWith("application/vnd.google-apps.");
