/** The rules that compare an alternative of the baseline with one of the revision, keyword by keyword. */
package dev.remoteassistance.contract.schema.rule;
