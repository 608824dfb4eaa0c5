import type { TextRange } from '../engine/text';

/** Something in a settings file that has no effect, or not the one it seems to have. What it says is ignored. */
export type SettingsProblem =
  | { readonly kind: 'syntax'; readonly at: TextRange; readonly message: string }
  | { readonly kind: 'duplicate'; readonly at: TextRange }
  | { readonly kind: 'key'; readonly at: TextRange; readonly name: string; readonly closest: string | undefined }
  | {
      readonly kind: 'option';
      readonly at: TextRange;
      readonly name: string;
      readonly rule: string;
      readonly closest: string | undefined;
    }
  | { readonly kind: 'rule'; readonly at: TextRange; readonly name: string; readonly closest: string | undefined }
  | {
      readonly kind: 'choice';
      readonly at: TextRange;
      readonly value: string;
      readonly choices: readonly string[];
      readonly closest: string | undefined;
    }
  | { readonly kind: 'shape'; readonly at: TextRange; readonly name: string; readonly wanted: Shape }
  | { readonly kind: 'minimum'; readonly at: TextRange; readonly name: string; readonly minimum: number }
  | { readonly kind: 'glob'; readonly at: TextRange; readonly glob: string };

/** What a value must be. */
export type Shape = 'mapping' | 'list' | 'strings' | 'text' | 'boolean' | 'integer' | 'version' | 'level';
