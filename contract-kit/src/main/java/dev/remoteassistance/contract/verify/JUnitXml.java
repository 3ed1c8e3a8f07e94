package dev.remoteassistance.contract.verify;

import dev.remoteassistance.contract.pact.Verification.Outcome;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the report as JUnit XML for build servers: a suite for each consumer, a test case for each interaction. */
final class JUnitXml {

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static void write(Path file, VerificationReport report) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            // The JDK's factory, not one that a library brings along.
            new JUnitXml(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer)).write(report);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void write(VerificationReport report) throws XMLStreamException {
        Map<String, List<ReportedInteraction>> consumers = report.interactions().stream()
                .collect(Collectors.groupingBy(ReportedInteraction::consumer, LinkedHashMap::new, Collectors.toList()));
        xml.writeStartDocument("UTF-8", "1.0");
        start("testsuites", report.name(), report.interactions());
        for (Map.Entry<String, List<ReportedInteraction>> consumer : consumers.entrySet()) {
            start("testsuite", consumer.getKey(), consumer.getValue());
            attribute("errors", "0");
            for (ReportedInteraction interaction : consumer.getValue()) {
                testCase(interaction);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void start(String element, String name, List<ReportedInteraction> interactions) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        attribute("name", name);
        attribute("tests", String.valueOf(interactions.size()));
        attribute("failures", count(interactions, Outcome.FAILED));
        attribute("skipped", count(interactions, Outcome.SKIPPED));
        attribute(
                "time",
                seconds(interactions.stream()
                        .mapToLong(interaction -> interaction.duration().toMillis())
                        .sum()));
    }

    private void testCase(ReportedInteraction interaction) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        attribute("classname", interaction.consumer());
        attribute("name", interaction.description());
        attribute("time", seconds(interaction.duration().toMillis()));
        if (interaction.outcome() != Outcome.PASSED) {
            xml.writeStartElement(interaction.outcome() == Outcome.SKIPPED ? "skipped" : "failure");
            attribute("message", interaction.faults().get(0));
            xml.writeCharacters(String.join("\n", interaction.faults()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }

    private static String count(List<ReportedInteraction> interactions, Outcome outcome) {
        return String.valueOf(interactions.stream()
                .filter(interaction -> interaction.outcome() == outcome)
                .count());
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
