/**
 * The pages for people that a server answers beside its API: files from a jar, and what they have to know about the
 * server.
 */
package dev.remoteassistance.server.page;
