package dev.remoteassistance.contract.format;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes JUnit XML for build servers: a test case for each finding, which fails if it breaks; one that passes if there
 * is no finding.
 */
final class JUnitFormat {

    private JUnitFormat() {}

    static String write(GateResult result) {
        StringWriter text = new StringWriter();
        try {
            // The JDK's factory, not one that a library brings along.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "contract");
            List<LocatedFinding> findings = result.findings();
            xml.writeAttribute("tests", String.valueOf(Math.max(1, findings.size())));
            xml.writeAttribute(
                    "failures",
                    String.valueOf(
                            findings.stream().filter(LocatedFinding::isBreaking).count()));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", "0");
            for (LocatedFinding finding : findings) {
                testCase(xml, finding);
            }
            if (findings.isEmpty()) {
                start(xml, "nothing changed since " + result.baseline(), result.revision());
                xml.writeEndElement();
            }
            xml.writeStartElement("system-out");
            xml.writeCharacters(result.summary());
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text + System.lineSeparator();
    }

    private static void testCase(XMLStreamWriter xml, LocatedFinding finding) throws XMLStreamException {
        start(xml, finding.place() + ": " + finding.words(), finding.finding().rule());
        if (finding.isBreaking()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", finding.words());
            if (finding.at().isPresent()) {
                xml.writeCharacters(finding.at().get() + "\n");
            }
            for (String affected : finding.affected()) {
                xml.writeCharacters("breaks " + affected + "\n");
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void start(XMLStreamWriter xml, String name, String group) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", group);
        xml.writeAttribute("name", name);
    }
}
