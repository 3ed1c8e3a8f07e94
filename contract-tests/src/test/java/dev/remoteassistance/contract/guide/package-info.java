/** The documents, compared with what they describe: code, settings, codes, packages, links. */
package dev.remoteassistance.contract.guide;
