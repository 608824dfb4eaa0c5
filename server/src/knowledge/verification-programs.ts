/** Programs that compare a file with a digest when they are told to check. Source: GNU coreutils, BLAKE3-team/BLAKE3:b3sum, perl shasum(1). */
const digests = /^(?:sha\d*sum|shasum|sha\d+|md5sum|b2sum|b3sum|cksum)$/;

/** Programs that look at nothing but signatures. Source: gpgv(1), minisign(1), signify(1), slsa-framework/slsa-verifier, debsig-verify(1), rpmkeys(8). */
const signatures = /^(?:gpgv2?|minisign|signify|signify-openbsd|slsa-verifier|debsig-verify|rpmkeys)$/;

export const comparesDigests = (name: string): boolean => digests.test(name);

export const checksSignatures = (name: string): boolean => signatures.test(name);
