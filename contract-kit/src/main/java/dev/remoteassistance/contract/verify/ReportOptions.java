package dev.remoteassistance.contract.verify;

import dev.remoteassistance.contract.option.NoVerdictException;
import dev.remoteassistance.contract.report.ReportFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options for the reports and their files. */
final class ReportOptions {

    @Option(names = "--junit-xml", paramLabel = "FILE", description = "Writes a report as build servers read it.")
    private Path junitXml;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes a report as one page.")
    private Path html;

    void write(VerificationReport report) {
        write(junitXml, () -> JUnitXml.write(junitXml, report));
        write(html, () -> ReportFiles.writeHtml(html, "verification", report));
    }

    private static void write(Path file, Writing writing) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            writing.run();
        } catch (IOException e) {
            throw new NoVerdictException("cannot write " + file);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }
}
