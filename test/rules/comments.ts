import type { Dockerfile } from '../../server/src/dockerfile/model/dockerfile';
import type { Analysis } from '../../server/src/engine/analyser';
import { shifted, type TextRange } from '../../server/src/engine/text';
import type { Manifest } from '../../server/src/manifest/model/manifest';

/** The comments of an analysed file. */
export function commentsOf({ model }: Analysis): readonly TextRange[] {
  if (model === undefined) return [];
  if (isDockerfile(model)) return model.comments.map((comment) => comment.range);
  if (isManifest(model))
    return model.documents.flatMap(({ start, document }) =>
      document.comments.map((comment) => shifted(comment.range, start)),
    );
  return [];
}

const isDockerfile = (model: object): model is Dockerfile => 'instructions' in model && 'stages' in model;

const isManifest = (model: object): model is Manifest => 'documents' in model;
