/** Queries for sessions and their answers, as plain values that know no database and no HTTP. */
package dev.remoteassistance.server.session;
