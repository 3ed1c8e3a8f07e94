/**
 * An OpenAPI 3.0 or 3.1 description as a tree, with its operations and references; nothing here knows a particular API.
 */
package dev.remoteassistance.contract.spec;
