/** The resources behind the generated interfaces. */
package dev.remoteassistance.server.report;
