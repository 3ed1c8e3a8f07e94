/** An OpenAPI 3.0 file as a tree, with its operations and references; nothing here knows any API. */
package dev.remoteassistance.contract.spec;
