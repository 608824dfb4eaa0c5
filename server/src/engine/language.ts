import type { Rule } from './rule';
import type { Suppression } from './suppression';

/** A file as a face hands it in. */
export interface SourceFile {
  /** Path or URI; only its last segments are looked at. `undefined` for a text without a place. */
  readonly path: string | undefined;
  /** The editor's word for what it is, when there is an editor. */
  readonly languageId: string | undefined;
  readonly text: string;
}

/** A stretch of a file that has a model and findings of its own, such as one document of a YAML file. */
export interface Part<Model> {
  readonly start: number;
  readonly model: Model;
}

/**
 * What the engine must know of a language to analyse its files. A part's model is the same object for as long as its
 * findings are the same, whatever moves around it: the engine caches findings by that object.
 */
export interface Language<FileModel extends object = object, PartModel extends object = object> {
  readonly id: 'dockerfile' | 'manifest';
  /** Whether a file is in this language, by its name, the editor's word and, last, its text. */
  recognises(file: SourceFile): boolean;
  /** Never throws. `previous` is the model of an earlier version of the same file, to take unchanged parts from. */
  parse(file: SourceFile, previous: FileModel | undefined): FileModel;
  /**
   * Whether anything in a file is of the language, which the name alone does not say; where this is missing, every file
   * that is recognised is.
   */
  concerns?(model: FileModel): boolean;
  partsOf(model: FileModel): readonly Part<PartModel>[];
  /** In file offsets. */
  suppressionsOf(model: FileModel): readonly Suppression[];
  /**
   * The start of the line above which a comment silences what is found at `offset`; `undefined` where no comment can
   * stand, as in JSON or inside a block of text.
   */
  lineAnchor(model: FileModel, offset: number): number | undefined;
  /** The start of the line above which a comment silences the whole file. */
  fileAnchor(model: FileModel): number | undefined;
  /** Read one part at a time; their ranges count from the part's start. */
  readonly rules: readonly Rule<PartModel>[];
  /** Read the whole file; their ranges count from the file's start. */
  readonly fileRules: readonly Rule<FileModel>[];
}
