/** The goals of the Maven plugin. */
package dev.remoteassistance.contract.plugin;
