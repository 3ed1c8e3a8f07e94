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
            xml.writeAttribute("errors", "0");
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
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", String.valueOf(interactions.size()));
        xml.writeAttribute("failures", count(interactions, Outcome.FAILED));
        xml.writeAttribute("skipped", count(interactions, Outcome.SKIPPED));
        xml.writeAttribute(
                "time",
                seconds(interactions.stream()
                        .mapToLong(interaction -> interaction.duration().toMillis())
                        .sum()));
    }

    private void testCase(ReportedInteraction interaction) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", interaction.consumer());
        xml.writeAttribute("name", interaction.description());
        xml.writeAttribute("time", seconds(interaction.duration().toMillis()));
        if (interaction.outcome() != Outcome.PASSED) {
            xml.writeStartElement(interaction.outcome() == Outcome.SKIPPED ? "skipped" : "failure");
            xml.writeAttribute("message", interaction.faults().get(0));
            xml.writeCharacters(String.join("\n", interaction.faults()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
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
