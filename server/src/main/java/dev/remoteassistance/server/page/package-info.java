/** The pages for people that a server answers beside its API: files from a jar, and what they have to know of it. */
package dev.remoteassistance.server.page;
