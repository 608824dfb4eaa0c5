/** What the oracle uses of mvdan-sh, which comes without types. */
declare module 'mvdan-sh' {
  interface Position {
    /** In bytes of UTF-8. */
    Offset(): number;
  }
  interface Node {
    readonly Args?: readonly { Pos(): Position; Lit(): string }[] | null;
  }
  interface Parser {
    /** @throws an object with an `Error` method when the text is no script */
    Parse(text: string, name: string): Node;
  }
  export const syntax: {
    readonly LangBash: number;
    NewParser(...options: readonly unknown[]): Parser;
    NodeType(node: Node): string;
    Walk(node: Node, visit: (node: Node | null) => boolean): void;
  };
}
