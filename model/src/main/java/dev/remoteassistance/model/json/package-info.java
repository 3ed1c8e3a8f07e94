/** Defines the only way to read the payload classes from JSON and to write them. */
package dev.remoteassistance.model.json;
