/** What a newer server may send: variants that this version does not know are kept as they came. */

/**
 * Stands for every tag that this version does not know; what is really there is another text.
 * @typedef {'(unknown)'} UnknownTag
 */

/**
 * A variant of a union that this version does not know. `switch` on the tag ends here in its `default`.
 * @template {string} Member
 * @typedef {{ readonly [Tag in Member]: UnknownTag } & { readonly [member: string]: unknown }} UnknownVariant
 */

/** Where no tag tells: any other object. @typedef {{ readonly [member: string]: unknown }} Unrecognized */

export {};
