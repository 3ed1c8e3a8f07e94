/** The resources that implement the generated interfaces. */
package dev.remoteassistance.server.report;
