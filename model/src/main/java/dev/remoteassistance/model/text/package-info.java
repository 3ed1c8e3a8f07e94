/** How date-times and numbers are spelled, whichever Jackson reads and writes them. */
package dev.remoteassistance.model.text;
