/** What a keyword of a schema says, before and after. */
package dev.remoteassistance.contract.schema.keyword;
