/**
 * Programs that wait for what somebody types when they are given no file. Source: each language's own documentation of its
 * interpreter or shell.
 */
const typing =
  /^(?:python[\d.]*|pypy[\d.]*|node|bun|deno|irb|ruby|php[\d.]*|perl[\d.]*|jshell|ghci|iex|erl|julia|R|lua[\d.]*|clojure|clj|groovysh|scala|swipl|utop|racket)$/;

/** Whether a program without operands waits for what somebody types. */
export const waitsForTyping = (name: string): boolean => typing.test(name);

const piped = /^(?:sh|bash|ash|dash|zsh|ksh|python[\d.]*|perl|ruby|node|php|pwsh)$/;

/** Whether a program without operands runs the script that it is sent: `curl … | sh`. */
export const runsPipedScript = (name: string): boolean => piped.test(name);
