/** Reports of what was found, to look at and to process. */
package dev.remoteassistance.contract.report;
