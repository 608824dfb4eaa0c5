/** The schemes under which editors show a file as it was or would be, beside the file itself. */
const schemes =
  /^(?:plimsoll|plimsoll-fixed|git|gitlens(?:-git)?|gitfs|pr|review|vscode-local-history|vscode-bulkeditpreview-editor|chat-editing-[\w-]+):/;

/** Whether a document is shown to be compared with a file: what is found in it is not there any more, or not yet. */
export const isSnapshot = (uri: string): boolean => schemes.test(uri);
