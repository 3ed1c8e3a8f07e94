/** The one way in which the payload classes are read from and written to JSON. */
package dev.remoteassistance.model.json;
