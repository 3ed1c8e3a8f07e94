/** What the rules say about two versions of one way for a value to be valid, keyword by keyword. */
package dev.remoteassistance.contract.schema.rule;
