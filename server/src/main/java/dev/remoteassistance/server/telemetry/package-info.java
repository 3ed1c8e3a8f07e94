/** Traces and metrics for a collector of OpenTelemetry, by OTLP. Off unless a variable asks for it. */
package dev.remoteassistance.server.telemetry;
