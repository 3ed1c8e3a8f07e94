/** Random documents that a contract allows, and the comparison of what was sent with what came back. */
package dev.remoteassistance.everything.document;
