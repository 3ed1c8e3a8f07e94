/** Clients that are generated in other languages, against the real server. */
package dev.remoteassistance.languages;
