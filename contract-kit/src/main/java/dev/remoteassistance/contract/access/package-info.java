/** Where operations can be called, and what callers must show. */
package dev.remoteassistance.contract.access;
