/**
 * What a contract may say, so that generated code carries all of it: types and keywords that model, server and client keep
 * and check exactly, and names that become Java names. Whatever is not on these lists is refused, with the way out.
 */
package dev.remoteassistance.contract.lint;
