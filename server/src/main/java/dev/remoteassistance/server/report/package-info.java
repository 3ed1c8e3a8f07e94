/** The resources that implement the generated interfaces, and the threads on which session queries run. */
package dev.remoteassistance.server.report;
