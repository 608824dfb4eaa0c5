/** What the server needs of the machine it runs on: Node and a web worker each bring their own. */
export interface Host {
  /** A file's text by its URI, from the disk; `undefined` where there is none or it cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /** The names of the files in the folder of a file, from the disk; `undefined` where it has none. */
  listBeside?(uri: string): Promise<readonly string[] | undefined>;
  /** A file that lies beside the server, by its name; where there is none, the client tells where they are. */
  readBundled?(name: string): Promise<string>;
  /** Told after each piece of work. */
  worked?(): void;
}
