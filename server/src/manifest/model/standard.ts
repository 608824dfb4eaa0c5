import type { Settings } from '../../engine/settings';

/**
 * How much weighs what only the restricted Pod Security Standard asks for: it is a matter of course where that standard has to be
 * met, a hint where the baseline is enough, and nothing where no standard is wanted.
 */
export const restrictedVariant = ({ podSecurityStandard }: Settings): 'hint' | 'required' | undefined => {
  switch (podSecurityStandard) {
    case 'restricted':
      return 'required';
    case 'baseline':
      return 'hint';
    case 'off':
      return undefined;
  }
};
